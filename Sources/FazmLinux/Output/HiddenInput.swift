import Dispatch
import Foundation

/// A line that nobody reads over the person's shoulder.
enum HiddenInput {
  /// Asks at the terminal and takes what is typed without showing it; without a terminal, the first line of standard
  /// input. Nil at the end of the input.
  static func line(_ question: String) async -> String? {
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return await StandardInput.line() }
    Output.error(question)
    let sources = await interruptions(restoring: shown)
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      for source in sources { source.cancel() }
    }
    return await StandardInput.line()
  }

  /// Whoever breaks off gets the terminal back as it was.
  private static func interruptions(restoring shown: termios) async -> [any DispatchSourceSignal] {
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        var shown = shown
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
        exit(ExitCode.interrupted.rawValue)
      }
      // A signal that comes before anybody listens is lost.
      await withCheckedContinuation { isListening in
        source.setRegistrationHandler { isListening.resume() }
        source.resume()
      }
      sources.append(source)
    }
    return sources
  }
}
