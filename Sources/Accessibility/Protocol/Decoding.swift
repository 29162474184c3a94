import Geometry
import MessageBus
import Outline

/// What the protocol's replies mean. Each reads one value, not the tuple around a method's results.
extension Variant {
  /// A reference to an accessible, nil where it refers to none.
  var reference: NodeID? { NodeID(children) }

  /// The references of a list, leaving out those to nothing.
  var references: [NodeID] { children.compactMap(\.reference) }

  var states: States { States(children) }
  var interfaces: Interfaces { Interfaces(children) }
  var rect: Rect? { Rect(children) }

  /// The text under a key of a dictionary of texts; nil where it has none.
  func text(at key: String) -> String? {
    children.first { $0.child(0)?.string == key }?.child(1)?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The targets of the relations of one kind.
  func targets(of relation: UInt32) -> [NodeID] {
    children.first { $0.child(0)?.uint32 == relation }?.child(1)?.references ?? []
  }
}

extension NodeID {
  /// Nil where the fields refer to no accessible.
  init?(_ fields: Children) {
    var fields = fields
    guard let bus = fields.nextString(), let path = fields.nextString(), !bus.isEmpty, path != ObjectPath.null
    else { return nil }
    self.init(bus: bus, path: path)
  }
}

extension States {
  /// Two words of bits, the lower first.
  init(_ words: Children) {
    var words = words
    let (low, high) = (words.nextUInt32() ?? 0, words.nextUInt32() ?? 0)
    self.init(rawValue: UInt64(low) | UInt64(high) << 32)
  }
}

extension Rect {
  /// Four numbers; nil where the toolkit has no position for it: empty, or so far off that it is a mark for "nowhere".
  init?(_ numbers: Children) {
    var numbers = numbers
    guard let x = numbers.nextInt32(), let y = numbers.nextInt32(), let width = numbers.nextInt32(),
      let height = numbers.nextInt32(), !numbers.skip(), width > 0, height > 0,
      [x, y, width, height].allSatisfy({ (-100_000...100_000).contains($0) })
    else { return nil }
    self.init(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
  }
}

extension Interfaces {
  /// Those that are used here.
  init(_ names: Children) {
    var names = names
    self = []
    while let name = names.nextString(dropping: "org.a11y.atspi.") {
      switch name {
      case "Action": insert(.action)
      case "Component": insert(.component)
      case "EditableText": insert(.editableText)
      case "Image": insert(.image)
      case "Selection": insert(.selection)
      case "Table": insert(.table)
      case "TableCell": insert(.tableCell)
      case "Text": insert(.text)
      case "Value": insert(.value)
      default: break
      }
    }
  }
}

extension Variant {
  /// The value in the reply to reading a property.
  var property: Variant? { child(0)?.unboxed }
}
