import CDBus

/// Owns one reference to a D-Bus message.
final class Message {
  let raw: OpaquePointer

  /// Takes over a reference that the caller owns.
  init(_ raw: OpaquePointer) {
    self.raw = raw
  }

  /// Nil where what a program gave as a name or a path is none. With no `destination` it goes to whoever is at the
  /// other end.
  init?(_ call: Call, to destination: String?) {
    guard dbus_validate_bus_name(call.bus, nil) != 0, dbus_validate_path(call.path, nil) != 0,
      let raw = dbus_message_new_method_call(destination, call.path, call.interface, call.method)
    else { return nil }
    self.raw = raw
    var end = DBusMessageIter()
    dbus_message_iter_init_append(raw, &end)
    for argument in call.arguments { argument.append(to: &end) }
  }

  deinit {
    dbus_message_unref(raw)
  }

  /// The serial number of the call that this answers; nil where it answers none.
  var answered: UInt32? {
    let type = dbus_message_get_type(raw)
    guard type == DBUS_MESSAGE_TYPE_METHOD_RETURN || type == DBUS_MESSAGE_TYPE_ERROR else { return nil }
    return dbus_message_get_reply_serial(raw)
  }

  var isSignal: Bool { dbus_message_get_type(raw) == DBUS_MESSAGE_TYPE_SIGNAL }
  var sender: String? { dbus_message_get_sender(raw).map { String(cString: $0) } }
  var path: String? { dbus_message_get_path(raw).map { String(cString: $0) } }
  var interface: String? { dbus_message_get_interface(raw).map { String(cString: $0) } }
  var member: String? { dbus_message_get_member(raw).map { String(cString: $0) } }

  /// What an error message says; nil where it is none.
  var failure: CallFailure? {
    guard let name = dbus_message_get_error_name(raw) else { return nil }
    return CallFailure(named: String(cString: name), message: body.child(0)?.string ?? "")
  }

  /// All that it holds, as one structure.
  var body: Variant { Variant(self) }
}
