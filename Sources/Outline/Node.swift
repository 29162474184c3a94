import Geometry

/// Names one accessible on the bus for as long as it lives: its program's bus name and its object path.
package struct NodeID: Sendable, Hashable, Codable {
  package var bus: String
  package var path: String
  /// Set where a program makes a new accessible of a cell at every look: the cell's place in the table at `path`.
  package var cell: CellPosition?

  package init(bus: String, path: String, cell: CellPosition? = nil) {
    self.bus = bus
    self.path = path
    self.cell = cell
  }

  /// By what tells nearly all apart, because ids are looked up by the thousand.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(cell)
  }
}

/// One accessible, as plain values, at the moment of its snapshot.
package struct Node: Sendable, Hashable, Codable {
  package var id: NodeID
  /// The place of its parent in the snapshot; nil for a root. A parent stands before its children.
  package var parent: Int?
  package var role: Role
  package var states: States
  package var interfaces: Interfaces
  package var name: String
  package var description: String
  /// The name of the accessible that it says labels it, where that was read.
  package var label: String?
  /// What a field without a name says while it is empty, where that was read.
  package var placeholder: String?
  /// Its row and column, for a cell of a table whose layout is known.
  package var cell: CellPosition?
  /// What its Text interface holds, where it was read; never that of a password field.
  package var text: String?
  /// How many characters its text has, where that is more than `text` holds.
  package var textLength: Int?
  /// The caret's offset in `text`, in characters.
  package var caret: Int?
  package var value: Value?
  /// Where it is drawn; nil where the toolkit does not know.
  package var bounds: Rect?
  /// How many children its program says it has, which may be more than the snapshot holds.
  package var childCount: Int

  package init(
    id: NodeID, parent: Int?, role: Role, states: States = [], interfaces: Interfaces = [],
    name: String = "", description: String = "", label: String? = nil, cell: CellPosition? = nil,
    text: String? = nil, caret: Int? = nil, value: Value? = nil, bounds: Rect? = nil, childCount: Int = 0
  ) {
    self.id = id
    self.parent = parent
    self.role = role
    self.states = states
    self.interfaces = interfaces
    self.name = name
    self.description = description
    self.label = label
    self.cell = cell
    self.text = text
    self.caret = caret
    self.value = value
    self.bounds = bounds
    self.childCount = childCount
  }
}

/// Where a cell stands in its table, counted from zero.
package struct CellPosition: Sendable, Hashable, Codable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// The number that a slider, a spin button or a progress bar shows, and its range.
package struct Value: Sendable, Hashable, Codable {
  package var current: Double
  package var minimum: Double
  package var maximum: Double

  package init(current: Double, minimum: Double, maximum: Double) {
    self.current = current
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// The AT-SPI interfaces that an accessible offers.
package struct Interfaces: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package static let action = Interfaces(rawValue: 1 << 0)
  package static let component = Interfaces(rawValue: 1 << 1)
  package static let editableText = Interfaces(rawValue: 1 << 2)
  package static let selection = Interfaces(rawValue: 1 << 3)
  package static let table = Interfaces(rawValue: 1 << 4)
  package static let tableCell = Interfaces(rawValue: 1 << 5)
  package static let text = Interfaces(rawValue: 1 << 6)
  package static let value = Interfaces(rawValue: 1 << 7)
  package static let image = Interfaces(rawValue: 1 << 8)
}
