import MessageBus
import Outline

extension Performer {
  /// The names of its actions, in the order in which they are numbered.
  func actions(of id: NodeID) throws(AccessibilityError) -> [String] {
    // Some programs crash when something without actions is asked for them.
    guard try interfaces(of: id).contains(.action) else { return [] }
    let count = try read(.property("NActions", Interface.action, of: id), of: id, for: "actions").property?.int32
    var names = [String](repeating: "", count: min(max(0, Int(count ?? 0)), 64))
    let batch = Batch(connection, until: .now + Self.timeout)
    for index in names.indices {
      batch.add(Call(id, Interface.action, "GetName", [.int32(Int32(index))])) {
        names[index] = $0.child(0)?.string ?? ""
      }
    }
    batch.run()
    return names
  }

  func perform(_ name: String, on id: NodeID) throws(AccessibilityError) -> Answer {
    guard let index = try actions(of: id).firstIndex(of: name) else { throw .unsupported("the action \(name)") }
    return try perform(index, on: id)
  }

  func press(_ id: NodeID) throws(AccessibilityError) -> Answer {
    guard let node = try node(id, coordinates: .window) else { throw .gone }
    guard let index = ClickAction.index(in: try actions(of: id), role: node.role, states: node.states) else {
      throw .unsupported("a click")
    }
    return try perform(index, on: id)
  }

  func keyBinding(of id: NodeID) throws(AccessibilityError) -> String {
    guard try interfaces(of: id).contains(.action) else { return "" }
    let first: Int32 = 0
    let call = Call(id, Interface.action, "GetKeyBinding", [.int32(first)])
    return try read(call, of: id, for: "shortcuts").child(0)?.string ?? ""
  }

  func focus(_ id: NodeID) throws(AccessibilityError) -> Answer {
    if let answer = try? ask(Call(id, Interface.component, "GrabFocus"), of: id, for: "focus"), answer != .declined {
      return answer
    }
    // Qt takes focus by an action instead.
    guard let index = try actions(of: id).firstIndex(of: "SetFocus") else { throw .unsupported("focus") }
    return try perform(index, on: id)
  }

  func scrollIntoView(_ id: NodeID) throws(AccessibilityError) -> Answer {
    let anywhere: UInt32 = 6
    return try ask(Call(id, Interface.component, "ScrollTo", [.uint32(anywhere)]), of: id, for: "scrolling")
  }

  func setValue(_ value: Double, of id: NodeID) throws(AccessibilityError) -> Answer {
    guard try interfaces(of: id).contains(.value) else { throw .unsupported("a value") }
    let call = Call.setProperty(
      "CurrentValue", to: .double(value), interface: Interface.value, bus: id.bus, path: id.path)
    return try ask(call, of: id, for: "a value")
  }

  func interfaces(of id: NodeID) throws(AccessibilityError) -> Interfaces {
    try read(.interfaces(of: id), of: id, for: "accessibility").child(0)?.interfaces ?? []
  }

  private func perform(_ index: Int, on id: NodeID) throws(AccessibilityError) -> Answer {
    try ask(Call(id, Interface.action, "DoAction", [.int32(Int32(index))]), of: id, for: "the action")
  }
}
