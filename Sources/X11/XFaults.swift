import CX11
import Synchronization

/// What Xlib reported through its error handlers, of which a program has only one of each.
enum XFaults {
  private struct Record {
    var lastFailedRequest: UInt?
    var isLost = false
  }

  private static let records = Mutex<[UInt: Record]>([:])

  private static let installed: Void = {
    XInitThreads()
    XSetErrorHandler { display, event in
      guard let display, let serial = event?.pointee.serial else { return 0 }
      records.withLock { $0[XFaults.key(display)]?.lastFailedRequest = serial }
      return 0
    }
    XSetIOErrorHandler { display in
      guard let display else { return 0 }
      records.withLock { $0[XFaults.key(display)]?.isLost = true }
      return 0
    }
  }()

  /// Takes over Xlib's error handlers, once.
  static func install() {
    installed
  }

  static func watch(_ display: OpaquePointer) {
    // After the handler above, Xlib calls this one, which exits the program unless it is replaced.
    XSetIOErrorExitHandler(display, { _, _ in }, nil)
    records.withLock { $0[key(display)] = Record() }
  }

  static func forget(_ display: OpaquePointer) {
    records.withLock { $0[key(display)] = nil }
  }

  static func isLost(_ display: OpaquePointer) -> Bool {
    records.withLock { $0[key(display)]?.isLost ?? true }
  }

  /// Whether the request with this number or a later one has failed.
  static func failed(_ display: OpaquePointer, since first: UInt) -> Bool {
    records.withLock { $0[key(display)]?.lastFailedRequest.map { $0 >= first } ?? false }
  }

  private static func key(_ display: OpaquePointer) -> UInt {
    UInt(bitPattern: display)
  }
}
