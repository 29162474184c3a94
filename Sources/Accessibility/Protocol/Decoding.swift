import Geometry
import MessageBus
import Outline

/// What the protocol's replies mean. Each reads one value, not the tuple around a method's results.
extension Variant {
  /// A reference to an accessible, nil where it refers to none.
  var reference: NodeID? {
    guard let bus = child(0)?.string, let path = child(1)?.string, !bus.isEmpty, path != ObjectPath.null
    else { return nil }
    return NodeID(bus: bus, path: path)
  }

  /// The references of a list, leaving out those to nothing.
  var references: [NodeID] { children.compactMap(\.reference) }

  /// Two words of state bits, the lower first.
  var states: States {
    var words = children
    let (low, high) = (words.next()?.uint32 ?? 0, words.next()?.uint32 ?? 0)
    return States(rawValue: UInt64(low) | UInt64(high) << 32)
  }

  var interfaces: Interfaces {
    children.reduce(into: []) { set, name in
      if let name = name.string, let interface = Interfaces(named: name) { set.insert(interface) }
    }
  }

  /// A rectangle of four numbers; nil where the toolkit has no position for it: empty, or so far off that it
  /// is a mark for "nowhere".
  var rect: Rect? {
    var numbers = children
    guard let x = numbers.next()?.int32, let y = numbers.next()?.int32, let width = numbers.next()?.int32,
      let height = numbers.next()?.int32, numbers.next() == nil, width > 0, height > 0,
      [x, y, width, height].allSatisfy({ (-100_000...100_000).contains($0) })
    else { return nil }
    return Rect(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
  }

  /// The text under a key of a dictionary of texts; nil where it has none.
  func text(at key: String) -> String? {
    children.first { $0.child(0)?.string == key }?.child(1)?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The targets of the relations of one kind.
  func targets(of relation: UInt32) -> [NodeID] {
    children.first { $0.child(0)?.uint32 == relation }?.child(1)?.references ?? []
  }
}

extension Interfaces {
  private static let named: [String: Interfaces] = [
    Interface.action: .action,
    Interface.component: .component,
    Interface.editableText: .editableText,
    Interface.selection: .selection,
    Interface.table: .table,
    Interface.image: .image,
    Interface.tableCell: .tableCell,
    Interface.text: .text,
    Interface.value: .value,
  ]

  init?(named name: String) {
    guard let interface = Self.named[name] else { return nil }
    self = interface
  }
}

extension Variant {
  /// The value in the reply to reading a property.
  var property: Variant? { child(0)?.unboxed }
}
