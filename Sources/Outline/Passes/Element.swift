import Commands
import Geometry

/// One thing that an outline can show: a control, a row or a text.
struct Element: Sendable, Hashable {
  /// Its place in the snapshot.
  var node: Int
  var id: NodeID
  var role: Role
  /// Nil for text that is only shown.
  var kind: Ref.Kind?
  var name: String
  /// What its program calls it, by which a reused accessible is told from what it was before.
  var identity = ""
  /// More words that a person may use for it; only searched.
  var hint = ""
  var marks: Marks = []
  var value: String?
  var caret: Int?
  /// How many characters the whole text has, where that is more than the value holds.
  var textLength: Int?
  /// The other cells of its row, by column.
  var cells: [String] = []
  var isFolder = false
  var isVisible = true
  var isDefault = false
  /// The size of a region that only a picture can show.
  var opaque: Size?
  /// True for such a region whose content is known only once its program has loaded it again.
  var isStale = false

  struct Size: Sendable, Hashable {
    var width: Int
    var height: Int
  }

  var isFocused: Bool { marks.contains(.focused) }
}

/// The states that are printed on a ref.
struct Marks: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let checked = Marks(rawValue: 1 << 0)
  static let unsure = Marks(rawValue: 1 << 1)
  static let selected = Marks(rawValue: 1 << 2)
  static let focused = Marks(rawValue: 1 << 3)
  static let disabled = Marks(rawValue: 1 << 4)

  /// The marks as they stand on a ref, always in this order.
  var text: String {
    let signs: [(Marks, String)] = [
      (.checked, "+"), (.unsure, "?"), (.selected, "*"), (.focused, "!"), (.disabled, "-"),
    ]
    return signs.filter { contains($0.0) }.map(\.1).joined()
  }
}
