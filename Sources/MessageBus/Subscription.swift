import CGio

/// Hears the signals of an interface for as long as it lives. They arrive while its connection waits or receives.
package final class Subscription {
  package struct Signal {
    /// What the bus calls the program that sent it.
    package let sender: String
    package let name: String
    package let arguments: Variant
  }

  private let connection: Connection
  private let number: guint

  /// Of every object and program, where no `path` and no `sender` says which.
  package init(
    _ connection: Connection, interface: String, sender: String? = nil, path: String? = nil,
    onSignal: @escaping (Signal) -> Void
  ) {
    self.connection = connection
    g_main_context_push_thread_default(connection.context)
    defer { g_main_context_pop_thread_default(connection.context) }
    number = g_dbus_connection_signal_subscribe(
      connection.raw, sender, interface, nil, path, nil, G_DBUS_SIGNAL_FLAGS_NONE,
      { _, sender, _, _, name, arguments, listener in
        guard let sender, let name, let arguments, let listener else { return }
        let signal = Signal(
          sender: String(cString: sender), name: String(cString: name), arguments: Variant(g_variant_ref(arguments)))
        Unmanaged<Listener>.fromOpaque(listener).takeUnretainedValue().hear(signal)
      },
      Unmanaged.passRetained(Listener(hear: onSignal)).toOpaque(),
      { $0.map { Unmanaged<Listener>.fromOpaque($0).release() } })
  }

  deinit {
    g_dbus_connection_signal_unsubscribe(connection.raw, number)
  }

  private final class Listener {
    let hear: (Signal) -> Void

    init(hear: @escaping (Signal) -> Void) {
      self.hear = hear
    }
  }
}
