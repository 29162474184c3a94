import Commands

/// One thing that an outline showed: something with a ref, or a text.
struct ReadElement: Sendable, Hashable {
  /// Nil for a text that is only shown.
  var ref: Ref?
  var marks: Set<Character> = []
  /// What a field holds; nil where the outline tells none.
  var value: String?
  var name = ""
  /// The other cells of its row.
  var cells: [String] = []
  /// The outline says that it is a folder.
  var isFolder = false
  /// The outline says that only a picture can show it.
  var isOpaque = false
  /// The outline says that its program has to load it again.
  var isStale = false
  /// Found, but not in view, such as an item of a closed menu.
  var isHidden = false
  /// The menus or the group that it was found in.
  var place: String?
  /// The number of the message that told of it last, or `outOfView`.
  var toldIn = outOfView

  /// Instead of a message's number: a row that has gone or was scrolled away.
  static let outOfView = 0

  var isDisabled: Bool { marks.contains("-") }
  var isChecked: Bool { marks.contains("+") }
}
