/// Hears the signals of an interface for as long as it lives. They arrive while its connection waits or receives.
package final class Subscription {
  package struct Signal {
    /// What the bus calls the program that sent it.
    package let sender: String
    package let name: String
    package let arguments: Variant
  }

  private let connection: Connection
  private let rule: String
  private let number: Int

  /// Of every object, where no `path` says which.
  package init(
    _ connection: Connection, interface: String, path: String? = nil, onSignal: @escaping (Signal) -> Void
  ) {
    self.connection = connection
    rule = "type='signal',interface='\(interface)'" + (path.map { ",path='\($0)'" } ?? "")
    number = connection.subscribe(to: rule) { message in
      guard message.isSignal, message.interface == interface, path == nil || message.path == path,
        let sender = message.sender, let name = message.member
      else { return }
      onSignal(Signal(sender: sender, name: name, arguments: message.body))
    }
  }

  deinit {
    connection.unsubscribe(number, from: rule)
  }
}
