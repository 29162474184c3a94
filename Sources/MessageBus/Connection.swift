import CGio

/// A private connection to one message bus, and the main context on which its answers arrive.
///
/// It belongs to one thread at a time; the actor that owns it sees to that.
package final class Connection {
  package let raw: OpaquePointer
  package let context: OpaquePointer

  /// Connects to the bus at `address`.
  package init(address: String) throws(CallFailure) {
    let flags = GDBusConnectionFlags(
      rawValue: G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT.rawValue
        | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION.rawValue)
    var error: UnsafeMutablePointer<GError>?
    guard let raw = g_dbus_connection_new_for_address_sync(address, flags, nil, nil, &error) else {
      throw CallFailure(connecting: error)
    }
    self.raw = raw
    context = g_main_context_new()
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(raw))
    g_main_context_unref(context)
  }

  /// What the bus calls this connection, such as `:1.42`.
  package var uniqueName: String { g_dbus_connection_get_unique_name(raw).map { String(cString: $0) } ?? "" }

  /// The address of the session bus.
  package static func sessionAddress() throws(CallFailure) -> String {
    var error: UnsafeMutablePointer<GError>?
    guard let address = g_dbus_address_get_for_bus_sync(G_BUS_TYPE_SESSION, nil, &error) else {
      throw CallFailure(connecting: error)
    }
    defer { g_free(address) }
    return String(cString: address)
  }

  /// Lets other programs work for a moment, between two looks at them.
  package func pause(_ duration: Duration) {
    g_usleep(gulong(duration / .microseconds(1)))
  }

  /// Handles what has arrived, without waiting for more.
  package func receive() {
    var handled = 0
    while handled < Self.mostAtOnce, g_main_context_iteration(context, 0) != 0 { handled += 1 }
  }

  /// A program that never stops sending must not hold this one up.
  private static let mostAtOnce = 10_000

  /// Makes one call and waits for its answer: a tuple of the method's results.
  package func call(_ call: Call, timeout: Duration) throws(CallFailure) -> Variant {
    let batch = Batch(self, until: .now + timeout)
    var result = Result<Variant, CallFailure>.failure(.timedOut)
    batch.add(call, onFailure: { result = .failure($0) }, onReply: { result = .success($0) })
    batch.run()
    return try result.get()
  }
}

extension CallFailure {
  /// Keeps the words of an error about a bus that cannot be reached; reads and frees `error`.
  fileprivate init(connecting error: UnsafeMutablePointer<GError>?) {
    guard let error else {
      self = .disconnected
      return
    }
    self = .refused(String(cString: error.pointee.message))
    g_error_free(error)
  }
}
