/// One D-Bus method call.
package struct Call {
  package var bus: String
  package var path: String
  package var interface: String
  package var method: String
  package var arguments: [Argument]

  package init(bus: String, path: String, interface: String, method: String, arguments: [Argument] = []) {
    self.bus = bus
    self.path = path
    self.interface = interface
    self.method = method
    self.arguments = arguments
  }

  /// Reads a property. `GetAll` must never be used: Qt 5 programs crash on it.
  package static func property(_ name: String, interface: String, bus: String, path: String) -> Call {
    Call(
      bus: bus, path: path, interface: "org.freedesktop.DBus.Properties", method: "Get",
      arguments: [.string(interface), .string(name)])
  }

  package static func setProperty(_ name: String, to value: Argument, interface: String, bus: String, path: String)
    -> Call
  {
    Call(
      bus: bus, path: path, interface: "org.freedesktop.DBus.Properties", method: "Set",
      arguments: [.string(interface), .string(name), .boxed(value)])
  }
}
