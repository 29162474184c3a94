import CGio

/// Why a call brought no answer.
package enum CallFailure: Error, Equatable {
  /// There is no such object. Qt also answers this where an object lacks the interface.
  case unknownObject
  /// The object offers no such method, interface or property.
  case unsupported
  /// The program left the bus, or the bus is gone.
  case disconnected
  /// No answer before the deadline.
  case timedOut
  /// The program answered with an error of its own.
  case refused(String)

  /// Reads and frees `error`.
  init(consuming error: UnsafeMutablePointer<GError>?) {
    guard let error else {
      self = .disconnected
      return
    }
    defer { g_error_free(error) }
    if g_error_matches(error, g_io_error_quark(), Int32(G_IO_ERROR_CANCELLED.rawValue)) != 0
      || g_error_matches(error, g_io_error_quark(), Int32(G_IO_ERROR_TIMED_OUT.rawValue)) != 0
    {
      self = .timedOut
      return
    }
    guard let name = g_dbus_error_get_remote_error(error) else {
      self = .disconnected
      return
    }
    defer { g_free(name) }
    g_dbus_error_strip_remote_error(error)
    self.init(named: String(cString: name), message: String(cString: error.pointee.message))
  }

  /// What the D-Bus error called `name` means.
  package init(named name: String, message: String) {
    let prefix = "org.freedesktop.DBus.Error."
    switch name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name {
    case "UnknownObject": self = .unknownObject
    case "UnknownMethod", "UnknownInterface", "UnknownProperty", "NotSupported", "InvalidArgs": self = .unsupported
    case "ServiceUnknown", "NameHasNoOwner", "Disconnected", "NoReply": self = .disconnected
    case "Timeout", "TimedOut": self = .timedOut
    default: self = .refused(message)
    }
  }
}
