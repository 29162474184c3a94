import MessageBus
import Outline

extension Performer {
  /// Selects an item and nothing else.
  func select(_ item: NodeID) throws(AccessibilityError) -> Answer {
    let place = try container(of: item)
    if try clearSelection(of: place.container) == .unanswered { return .unanswered }
    return try add(item, at: place)
  }

  func addToSelection(_ item: NodeID) throws(AccessibilityError) -> Answer {
    try add(item, at: try container(of: item))
  }

  func clearSelection(of container: NodeID) throws(AccessibilityError) -> Answer {
    let interfaces = try interfaces(of: container)
    if interfaces.contains(.selection) {
      return try ask(Call(container, Interface.selection, "ClearSelection"), of: container, for: Self.what)
    }
    guard interfaces.contains(.table) else { throw .unsupported(Self.what) }
    let selected = try read(Call(container, Interface.table, "GetSelectedRows"), of: container, for: Self.what)
    for row in selected.child(0)?.children.compactMap(\.int32) ?? [] {
      let call = Call(container, Interface.table, "RemoveRowSelection", [.int32(row)])
      let answer = try ask(call, of: container, for: Self.what)
      if answer != .accepted { return answer }
    }
    return .accepted
  }

  private static let what = "selecting"

  /// Where an item stands in the container that selects: a cell's parts select as the cell does.
  private struct Place {
    var container: NodeID
    var interfaces: Interfaces
    var index: Int32
  }

  private func container(of item: NodeID) throws(AccessibilityError) -> Place {
    var child = item
    for _ in 0..<4 {
      guard let parent = try read(.parent(of: child), of: child, for: Self.what).property?.reference else { break }
      let interfaces = try interfaces(of: parent)
      if !interfaces.isDisjoint(with: [.selection, .table]) {
        let index = try read(Call(child, Interface.accessible, "GetIndexInParent"), of: child, for: Self.what)
        return Place(container: parent, interfaces: interfaces, index: index.child(0)?.int32 ?? -1)
      }
      child = parent
    }
    throw .unsupported(Self.what)
  }

  /// Rows go before children, because tree views count their children in ways of their own.
  private func add(_ item: NodeID, at place: Place) throws(AccessibilityError) -> Answer {
    let id = place.container
    guard place.index >= 0 else { throw .unsupported(Self.what) }
    if place.interfaces.contains(.table) {
      let row = try read(
        Call(id, Interface.table, "GetRowAtIndex", [.int32(place.index)]), of: id, for: Self.what)
      guard let row = row.child(0)?.int32, row >= 0 else { throw .unsupported(Self.what) }
      return try ask(Call(id, Interface.table, "AddRowSelection", [.int32(row)]), of: id, for: Self.what)
    }
    return try ask(Call(id, Interface.selection, "SelectChild", [.int32(place.index)]), of: id, for: Self.what)
  }
}
