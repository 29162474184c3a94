/// Elements that belong together and share a line: a tool bar, a list, the fields of a form.
struct Section: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case menuBar, openMenu, toolBar, list, tabs, statusBar, form, document, loose
    /// All that a dialog or a menu stands in front of.
    case behind
  }

  var kind: Kind
  /// The accessible that holds the elements, by its place in the snapshot.
  var owner: Int
  var ownerID: NodeID
  /// Which run of the owner's elements this is, where other sections stand between them.
  var part = 0
  var title = ""
  var marks: Marks = []
  /// The columns of a table, the one that names its rows first.
  var columns: [Column] = []
  /// How many rows its program says there are, where the snapshot holds fewer.
  var rowCount: Int?
  var elements: [Element] = []

  struct Column: Sendable, Hashable {
    var name: String
    /// Its header, by its place in the snapshot.
    var node: Int
  }

  /// True for what can be scrolled or picked from by name, which needs a ref of its own.
  var hasRef: Bool { kind == .list || kind == .document }
}
