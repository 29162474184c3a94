import MessageBus
import Outline

/// Asks one accessible for something, or to do something.
struct Performer {
  /// A program that is well answers within milliseconds; one that opened a modal dialog may not answer at all.
  static let timeout = Duration.milliseconds(800)

  let connection: Connection

  /// The accessible that `id` names now, of a cell that is named by its place the one that its table makes of it.
  func live(_ id: NodeID) throws(AccessibilityError) -> NodeID {
    guard let cell = id.cell else { return id }
    let table = NodeID(bus: id.bus, path: id.path)
    let call = Call.cell(of: table, row: cell.row, column: cell.column)
    guard let live = try read(call, of: table, for: "cells").child(0)?.reference else { throw .gone }
    return live
  }

  /// The accessible as it is now; nil where it is gone.
  func node(_ id: NodeID, coordinates: CoordinateType) throws(AccessibilityError) -> Node? {
    var node = Node(id: id, parent: nil, role: .unknown)
    var failure: CallFailure?
    let batch = Batch(connection, until: .now + Self.timeout)
    batch.add(.states(of: id), onFailure: { failure = $0 }, onReply: { _ in })
    batch.readBasics(of: id, coordinates) { change in change(&node) }
    batch.readOffers(of: id) { change in change(&node) }
    batch.run()
    if failure == .timedOut { throw notResponding }
    return failure == nil && !node.states.contains(.defunct) ? node : nil
  }

  /// Calls a method of `id` that answers whether it did it.
  func ask(_ call: Call, of id: NodeID, for what: String) throws(AccessibilityError) -> Answer {
    do throws(CallFailure) {
      // A property that is set answers nothing.
      return try connection.call(call, timeout: Self.timeout).child(0)?.bool == false ? .declined : .accepted
    } catch {
      if error == .timedOut { return .unanswered }
      throw meaning(of: error, at: id, for: what)
    }
  }

  /// Calls a method of `id` that answers a value.
  func read(_ call: Call, of id: NodeID, for what: String) throws(AccessibilityError) -> Variant {
    do throws(CallFailure) {
      return try connection.call(call, timeout: Self.timeout)
    } catch {
      throw meaning(of: error, at: id, for: what)
    }
  }

  /// The same error means "gone" and "not offered" in different toolkits: the accessible's state tells which.
  private func meaning(of failure: CallFailure, at id: NodeID, for what: String) -> AccessibilityError {
    switch failure {
    case .timedOut: return notResponding
    case .disconnected: return .gone
    case .unknownObject, .unsupported: return exists(id) ? .unsupported(what) : .gone
    case .refused: return exists(id) ? .refused(what) : .gone
    }
  }

  private func exists(_ id: NodeID) -> Bool {
    guard let reply = try? connection.call(.states(of: id), timeout: Self.timeout) else { return false }
    return reply.child(0)?.states.contains(.defunct) == false
  }

  private var notResponding: AccessibilityError {
    .notResponding(program: "The program", after: Self.timeout)
  }
}
