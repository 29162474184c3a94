import CDBus
import Glibc

/// One private D-Bus connection: to a message bus, or to a program without one between.
final class Link {
  /// The largest message that D-Bus knows. What a program lists of itself can exceed what is taken by default, and a
  /// link over which too much comes is lost.
  private static let mostBytes = 128 << 20

  private let raw: OpaquePointer
  private let isBus: Bool

  private init(_ raw: OpaquePointer, isBus: Bool) {
    self.raw = raw
    self.isBus = isBus
    // Losing a connection is an error to report, not a reason to end this process.
    dbus_connection_set_exit_on_disconnect(raw, 0)
    dbus_connection_set_max_message_size(raw, Self.mostBytes)
  }

  deinit {
    dbus_connection_close(raw)
    dbus_connection_unref(raw)
  }

  static func toSessionBus() throws(CallFailure) -> Link {
    Link(try opened { dbus_bus_get_private(DBUS_BUS_SESSION, &$0) }, isBus: true)
  }

  static func toBus(at address: String) throws(CallFailure) -> Link {
    let link = Link(try opened { dbus_connection_open_private(address, &$0) }, isBus: true)
    _ = try opened { dbus_bus_register(link.raw, &$0) != 0 ? link.raw : nil }
    dbus_connection_set_exit_on_disconnect(link.raw, 0)
    return link
  }

  /// Nil where nobody lets this one in there before `deadline`. An address can name a program to start, which must
  /// not happen: only a socket is connected to.
  static func toProgram(at address: String, until deadline: ContinuousClock.Instant) -> Link? {
    guard address.hasPrefix("unix:"), !address.contains(";"),
      let link = try? Link(opened { dbus_connection_open_private(address, &$0) }, isBus: false)
    else { return nil }
    while dbus_connection_get_is_authenticated(link.raw) == 0 {
      let milliseconds = (deadline - .now) / .milliseconds(1)
      guard milliseconds > 0, dbus_connection_read_write(link.raw, Int32(min(milliseconds.rounded(.up), 1_000))) != 0
      else { return nil }
    }
    return link
  }

  private static func opened(_ open: (inout DBusError) -> OpaquePointer?) throws(CallFailure) -> OpaquePointer {
    var error = DBusError()
    dbus_error_init(&error)
    defer { dbus_error_free(&error) }
    if let raw = open(&error) { return raw }
    throw error.message.map { .refused(String(cString: $0)) } ?? .disconnected
  }

  var uniqueName: String { dbus_bus_get_unique_name(raw).map { String(cString: $0) } ?? "" }

  var isOpen: Bool { dbus_connection_get_is_connected(raw) != 0 }

  /// What to wait for until something can be received, or more be sent.
  var events: pollfd {
    var descriptor: Int32 = -1
    dbus_connection_get_unix_fd(raw, &descriptor)
    let isSending = dbus_connection_has_messages_to_send(raw) != 0
    return pollfd(fd: descriptor, events: Int16(isSending ? POLLIN | POLLOUT : POLLIN), revents: 0)
  }

  /// Sends a call, or keeps it to be sent; its serial number, nil where it cannot be sent.
  func send(_ call: Call) -> UInt32? {
    var serial: UInt32 = 0
    guard isOpen, let message = Message(call, to: isBus ? call.bus : nil),
      dbus_connection_send(raw, message.raw, &serial) != 0
    else { return nil }
    return serial
  }

  /// Sends what was kept, and hands on what has arrived.
  func receive(onMessage: (Message) -> Void) {
    dbus_connection_read_write(raw, 0)
    while let message = dbus_connection_pop_message(raw) { onMessage(Message(message)) }
  }
}
