import Glibc

/// The way to other programs: over a message bus, and directly to those that offer it.
///
/// It belongs to one thread at a time; the actor that owns it sees to that.
package final class Connection {
  /// Programs that never stop telling of their changes must not hold this one up.
  private static let mostReceipts = 10_000

  private let bus: Link
  /// The direct links, by the name that a program has on the bus; nil where one could not be made.
  private var direct: [String: Link?] = [:]
  /// What to do with signals, by the number of the subscription.
  private var listeners: [Int: (Message) -> Void] = [:]
  private var subscriptions = 0

  /// Connects to the bus at `address`.
  package init(address: String) throws(CallFailure) {
    bus = try Link.toBus(at: address)
  }

  private init(_ bus: Link) {
    self.bus = bus
  }

  package static func toSessionBus() throws(CallFailure) -> Connection {
    Connection(try Link.toSessionBus())
  }

  /// What the bus calls this connection, such as `:1.42`.
  package var uniqueName: String { bus.uniqueName }

  /// From now on talks to the program called `name` without the bus between, which saves half of the work, if it can
  /// be reached at `address` before `deadline`.
  package func meet(_ name: String, at address: String, until deadline: ContinuousClock.Instant) {
    direct[name] = .some(Link.toProgram(at: address, until: deadline))
  }

  package func hasMet(_ name: String) -> Bool { direct[name] != nil }

  /// The way that calls to the program called `name` take.
  func link(to name: String) -> Link {
    (direct[name] ?? nil) ?? bus
  }

  /// Lets other programs work for a moment, between two looks at them.
  package func pause(_ duration: Duration) {
    usleep(UInt32(duration / .microseconds(1)))
  }

  /// Waits until `deadline` for something to arrive, and hands on every answer with the link it came over. Returns
  /// the links that were lost: their programs ended.
  func receive(until deadline: ContinuousClock.Instant, onAnswer: (Link, UInt32, Message) -> Void) -> [Link] {
    for link in readyLinks(until: deadline) {
      link.receive { message in
        if let serial = message.answered {
          onAnswer(link, serial, message)
        } else {
          for listen in listeners.values { listen(message) }
        }
      }
    }
    let lost = links.filter { !$0.isOpen }
    if !lost.isEmpty { direct = direct.filter { $0.value?.isOpen != false } }
    return lost
  }

  /// Handles what has arrived, without waiting for more.
  package func receive() {
    for _ in 0..<Self.mostReceipts where !readyLinks(until: .now).isEmpty {
      _ = receive(until: .now) { _, _, _ in }
    }
  }

  private var links: [Link] { [bus] + direct.values.compactMap(\.self) }

  /// Those over which something arrived, after waiting for that until `deadline`.
  private func readyLinks(until deadline: ContinuousClock.Instant) -> [Link] {
    let links = links
    var events = links.map(\.events)
    let milliseconds = max(0, (deadline - .now) / .milliseconds(1)).rounded(.up)
    poll(&events, nfds_t(events.count), Int32(min(milliseconds, 3_600_000)))
    return zip(links, events).filter { $1.revents != 0 }.map(\.0)
  }

  /// Has the bus send on what `rule` describes, and hands it to `listener` until `unsubscribe` is called.
  func subscribe(to rule: String, listener: @escaping (Message) -> Void) -> Int {
    subscriptions += 1
    listeners[subscriptions] = listener
    _ = bus.send(.toBus("AddMatch", [.string(rule)]))
    return subscriptions
  }

  func unsubscribe(_ number: Int, from rule: String) {
    listeners[number] = nil
    _ = bus.send(.toBus("RemoveMatch", [.string(rule)]))
  }

  /// Makes one call and waits for its answer: a structure of the method's results.
  package func call(_ call: Call, timeout: Duration) throws(CallFailure) -> Variant {
    let batch = Batch(self, until: .now + timeout)
    var result = Result<Variant, CallFailure>.failure(.timedOut)
    batch.add(call, onFailure: { result = .failure($0) }, onReply: { result = .success($0) })
    batch.run()
    return try result.get()
  }
}

extension Call {
  /// Of the bus itself.
  fileprivate static func toBus(_ method: String, _ arguments: [Argument]) -> Call {
    Call(
      bus: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus", method: method,
      arguments: arguments)
  }
}
