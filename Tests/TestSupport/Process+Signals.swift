import Foundation

extension Process {
  /// Starts the program with no signal blocked. A program inherits the mask of the thread that starts it,
  /// and the threads that run tests block most signals, so that it could not be stopped with SIGTERM or SIGINT.
  package func runWithSignalsUnblocked() throws {
    var none = sigset_t()
    var previous = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    try run()
  }
}
