/// Calls that are on the way together, each with what to do with its answer.
///
/// A blocking call a node costs a round trip each. Sent together they cost a fifth of that, so whatever is
/// read of many accessibles is read in a batch. Calls may be added while it runs, from a handler too.
package final class Batch {
  package typealias ReplyHandler = (Variant) -> Void
  package typealias FailureHandler = (CallFailure) -> Void

  /// More at once make some programs drop calls.
  private static let limit = 256

  private let connection: Connection
  private let deadline: ContinuousClock.Instant
  private var calls: [Pending] = []
  private var next = 0
  /// The places of calls that are on the way.
  private var waiting: [Ticket: Int] = [:]

  /// True once the deadline passed with calls unanswered.
  package private(set) var isExpired = false

  package init(_ connection: Connection, until deadline: ContinuousClock.Instant) {
    self.connection = connection
    self.deadline = deadline
  }

  package func add(_ call: Call, onFailure: FailureHandler? = nil, onReply: @escaping ReplyHandler) {
    calls.append(Pending(call: call, onReply: onReply, onFailure: onFailure))
  }

  /// Sends everything and returns when every call has been answered, or failed by the deadline.
  package func run() {
    while next < calls.count || !waiting.isEmpty {
      guard .now < deadline else {
        failWaiting(.timedOut) { _ in true }
        for call in calls[next...] { fail(call, .timedOut) }
        break
      }
      while next < calls.count, waiting.count < Self.limit { send() }
      guard !waiting.isEmpty else { continue }
      let lost = connection.receive(until: deadline) { link, serial, message in
        guard let place = waiting.removeValue(forKey: Ticket(link, serial)) else { return }
        let pending = calls[place]
        if let failure = message.failure { fail(pending, failure) } else { pending.onReply(message.body) }
      }
      for link in lost { failWaiting(.disconnected) { $0 == ObjectIdentifier(link) } }
    }
    calls = []
    next = 0
  }

  private func send() {
    let pending = calls[next]
    let link = connection.link(to: pending.call.bus)
    if let serial = link.send(pending.call) {
      waiting[Ticket(link, serial)] = next
    } else {
      fail(pending, .disconnected)
    }
    next += 1
  }

  private func failWaiting(_ failure: CallFailure, on isConcerned: (ObjectIdentifier) -> Bool) {
    for (ticket, place) in waiting where isConcerned(ticket.link) {
      waiting[ticket] = nil
      fail(calls[place], failure)
    }
  }

  private func fail(_ call: Pending, _ failure: CallFailure) {
    if failure == .timedOut { isExpired = true }
    call.onFailure?(failure)
  }

  private struct Pending {
    var call: Call
    var onReply: ReplyHandler
    var onFailure: FailureHandler?
  }

  /// Tells which call an answer belongs to.
  private struct Ticket: Hashable {
    var link: ObjectIdentifier
    var serial: UInt32

    init(_ link: Link, _ serial: UInt32) {
      self.link = ObjectIdentifier(link)
      self.serial = serial
    }
  }
}
