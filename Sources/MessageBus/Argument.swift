import CDBus

/// A value that is sent.
package indirect enum Argument: Sendable {
  case bool(Bool)
  case double(Double)
  case int32(Int32)
  case objectPath(String)
  case string(String)
  case uint32(UInt32)
  /// A value of any type, which goes with it.
  case boxed(Argument)
  /// Values of one D-Bus type, such as `(so)`.
  case array([Argument], of: String)
  case structure([Argument])
  /// One key of a dictionary, which is an array of them, and its value.
  case entry(Argument, Argument)

  /// Options by their names, as many D-Bus methods take them (`a{sv}`).
  package static func dictionary(_ values: [String: Argument]) -> Argument {
    let entries = values.sorted { $0.key < $1.key }.map { Argument.entry(.string($0), .boxed($1)) }
    return .array(entries, of: "{sv}")
  }

  /// Its D-Bus type.
  private var signature: String {
    switch self {
    case .bool: "b"
    case .double: "d"
    case .int32: "i"
    case .objectPath: "o"
    case .string: "s"
    case .uint32: "u"
    case .boxed: "v"
    case .array(_, let element): "a" + element
    case .structure(let fields): "(" + fields.map(\.signature).joined() + ")"
    case .entry(let key, let value): "{" + key.signature + value.signature + "}"
    }
  }

  /// Writes it behind what `message` already holds.
  func append(to message: inout DBusMessageIter) {
    switch self {
    case .bool(let value): Self.append(dbus_bool_t(value ? 1 : 0), "b", to: &message)
    case .double(let value): Self.append(value, "d", to: &message)
    case .int32(let value): Self.append(value, "i", to: &message)
    case .uint32(let value): Self.append(value, "u", to: &message)
    case .objectPath(let value):
      // Writing what is no path would end this process.
      let path = dbus_validate_path(value, nil) != 0 ? value : "/"
      path.withCString { Self.append($0, "o", to: &message) }
    case .string(let value): value.withCString { Self.append($0, "s", to: &message) }
    case .boxed(let value): Self.append([value], in: "v", of: value.signature, to: &message)
    case .array(let values, let element): Self.append(values, in: "a", of: element, to: &message)
    case .structure(let fields): Self.append(fields, in: "r", of: nil, to: &message)
    case .entry(let key, let value): Self.append([key, value], in: "e", of: nil, to: &message)
    }
  }

  private static func append<Value>(_ value: Value, _ type: Unicode.Scalar, to message: inout DBusMessageIter) {
    withUnsafePointer(to: value) { _ = dbus_message_iter_append_basic(&message, Int32(type.value), $0) }
  }

  private static func append(
    _ values: [Argument], in type: Unicode.Scalar, of element: String?, to message: inout DBusMessageIter
  ) {
    var inside = DBusMessageIter()
    dbus_message_iter_open_container(&message, Int32(type.value), element, &inside)
    for value in values { value.append(to: &inside) }
    dbus_message_iter_close_container(&message, &inside)
  }
}
