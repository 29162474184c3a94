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
