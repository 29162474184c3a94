import MessageBus

/// Counts what programs tell of their own changes, by the name each has on the bus.
///
/// The registry has programs tell as long as this connection lasts. They are told to for a task only, because
/// telling costs each of them something.
final class EventCounter {
  /// What changes a window as a person sees it. Left out are carets that move, which is no change, bounds, of which
  /// browsers tell by the hundred, and names, of which GTK 3 tells whenever a row is read.
  private static let events = [
    "object:active-descendant-changed", "object:children-changed", "object:model-changed",
    "object:property-change:accessible-value", "object:selection-changed", "object:state-changed",
    "object:text-changed", "object:visible-data-changed", "window:activate", "window:create", "window:deactivate",
    "window:destroy", "document:load-complete",
  ]
  private static let interfaces = ["Object", "Window", "Document"].map { "org.a11y.atspi.Event.\($0)" }
  private static let timeout = Duration.milliseconds(500)

  private let connection: Connection
  private let tally: Tally
  private let subscriptions: [Subscription]

  init(_ connection: Connection) {
    self.connection = connection
    let tally = Tally()
    self.tally = tally
    subscriptions = Self.interfaces.map { interface in
      Subscription(connection, interface: interface) { signal in
        // Others on the bus may have had programs told to tell of more.
        let isOfNoValue = signal.name == "PropertyChange" && signal.arguments.child(0)?.string != "accessible-value"
        if !isOfNoValue { tally.counts[signal.sender, default: 0] += 1 }
      }
    }
    let batch = Batch(connection, until: .now + Self.timeout)
    for event in Self.events {
      let call = Call(
        bus: "org.a11y.atspi.Registry", path: "/org/a11y/atspi/registry", interface: "org.a11y.atspi.Registry",
        method: "RegisterEvent", arguments: [.string(event), .array([], of: "s"), .string("")])
      batch.add(call) { _ in }
    }
    batch.run()
  }

  /// How many events the programs with these names have sent so far.
  func count(of names: Set<String>) -> Int {
    connection.receive()
    return names.reduce(0) { $0 + tally.counts[$1, default: 0] }
  }

  private final class Tally {
    var counts: [String: Int] = [:]
  }
}
