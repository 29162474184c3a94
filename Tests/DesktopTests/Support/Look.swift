import Geometry

@testable import Outline

/// What one window shows at one moment, as the model reads it.
struct Look: Sendable {
  let snapshot: Snapshot
  /// The whole outline, without a budget.
  let outline: String
  private let view: View

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    view = View(snapshot)
    var outliner = Outliner(budget: 1_000_000)
    outline = outliner.outline(of: snapshot, for: "").text
  }

  /// The control or row that is called so, if it can be seen.
  func element(_ name: String) -> Element? {
    view.elements.first { $0.isVisible && $0.kind != nil && $0.name == name }
  }

  /// Where on the screen it is.
  func place(of name: String) -> Rect? {
    element(name).flatMap { snapshot.nodes[$0.node].bounds }
  }

  func isMarked(_ name: String, _ mark: Marks) -> Bool {
    element(name)?.marks.contains(mark) ?? false
  }

  /// The names that begin with `prefix` of what has a mark, from the top.
  func marked(_ mark: Marks, _ prefix: String) -> [String] {
    view.elements.filter { $0.isVisible && $0.marks.contains(mark) && $0.name.hasPrefix(prefix) }.map(\.name)
  }

  /// Names that toolkits give to what has none, such as `GtkToggleButton`.
  var classNames: [String] {
    outline.matches(of: /\b(Gtk|Adw|Nautilus|Editor|Q)[A-Z][a-z]+\w*/).map { String($0.output.0) }
  }
}
