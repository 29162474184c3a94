import MessageBus
import Outline

/// Finds programs on the accessibility bus.
struct ApplicationList {
  private static let registry = NodeID(bus: "org.a11y.atspi.Registry", path: ObjectPath.root)

  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// The application objects of every program that registered.
  func roots() throws(AccessibilityError) -> [NodeID] {
    let limit = deadline - .now
    do throws(CallFailure) {
      let reply = try connection.call(.children(of: Self.registry), timeout: limit)
      return reply.child(0)?.references ?? []
    } catch {
      guard error == .timedOut else { throw .noAccessibilityBus("its registry is gone") }
      let tenths = Int((limit / .milliseconds(100)).rounded())
      throw .notResponding(program: AccessibilityBus.name, after: .milliseconds(100 * tenths))
    }
  }

  /// The processes behind bus names; the bus itself knows them, so that even a hung program has one.
  func pids(of roots: [NodeID]) -> [String: Int32] {
    var pids: [String: Int32] = [:]
    let batch = Batch(connection, until: deadline)
    for bus in Set(roots.map(\.bus)) {
      let call = Call(
        bus: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
        method: "GetConnectionUnixProcessID", arguments: [.string(bus)])
      batch.add(call) { pids[bus] = $0.child(0)?.int32 }
    }
    batch.run()
    return pids
  }

  /// Everything that is known about each program.
  func applications() throws(AccessibilityError) -> [Application] {
    let roots = try roots()
    let pids = pids(of: roots)
    var applications = roots.map {
      Application(
        busName: $0.bus, pid: pids[$0.bus], name: "", toolkit: "", toolkitVersion: "", windows: [], isResponding: false)
    }
    var windows: [(application: Int, id: NodeID)] = []
    let batch = Batch(connection, until: deadline)
    for (index, root) in roots.enumerated() {
      batch.add(.name(of: root)) {
        applications[index].name = $0.property?.string ?? ""
        applications[index].isResponding = true
      }
      batch.add(.property("ToolkitName", Interface.application, of: root)) {
        applications[index].toolkit = $0.property?.string ?? ""
      }
      batch.add(.property("Version", Interface.application, of: root)) {
        applications[index].toolkitVersion = $0.property?.string ?? ""
      }
      batch.add(.children(of: root)) { windows += ($0.child(0)?.references ?? []).map { (index, $0) } }
    }
    batch.run()
    var titles: [NodeID: String] = [:]
    for window in windows {
      batch.add(.name(of: window.id)) { titles[window.id] = $0.property?.string }
    }
    batch.run()
    for window in windows {
      if let title = titles[window.id], !title.isEmpty { applications[window.application].windows.append(title) }
    }
    return applications
  }
}
