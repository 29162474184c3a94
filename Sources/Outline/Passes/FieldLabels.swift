import Geometry

/// Finds the label of each field that has no name, and folds it into the field.
///
/// The relation is believed first. Where a toolkit tells none, the label stands to the left of its
/// field or just above it; the order of the tree says nothing (zenity puts labels after their fields).
struct FieldLabels: Sendable {
  private var labelOfField: [Int: String] = [:]
  /// Labels that are shown as their field's name and need no place of their own.
  private(set) var folded: Set<Int> = []

  init(_ tree: Tree, _ visibility: Visibility, _ naming: Naming) {
    let shown = tree.snapshot.nodes.indices.filter { visibility.isVisible[$0] }
    var labels = shown.filter { tree[$0].role.isStaticText && !naming.text(of: $0).isEmpty }
    let fields = shown.filter { Self.isField(tree[$0]) }

    for field in fields {
      let known = [tree[field].label.map(ScreenText.clean), naming.ownName(of: field)].compactMap { $0 }
        .map(Self.bare).filter { !$0.isEmpty }
      guard let name = known.first else { continue }
      if tree[field].label != nil { labelOfField[field] = name }
      if let label = labels.first(where: { known.contains(Self.bare(naming.text(of: $0))) && near($0, field, tree) }) {
        folded.insert(label)
        labels.removeAll { $0 == label }
      }
    }
    let unnamed = fields.filter { labelOfField[$0] == nil }.filter {
      naming.ownName(of: $0).isEmpty || tree[$0].role == .comboBox
    }
    let pairs = unnamed.flatMap { field in
      labels.compactMap { label in Self.distance(tree[label].bounds, tree[field].bounds).map { (field, label, $0) } }
    }
    // The nearest pair first, so that no label is taken by a field further away.
    for (field, label, _) in pairs.sorted(by: { ($0.2, $0.0, $0.1) < ($1.2, $1.0, $1.1) }) {
      guard labelOfField[field] == nil, !folded.contains(label) else { continue }
      labelOfField[field] = Self.bare(naming.text(of: label))
      folded.insert(label)
    }
  }

  func label(of field: Int) -> String? { labelOfField[field] }

  private static func isField(_ node: Node) -> Bool {
    switch node.role {
    case .entry, .passwordText, .comboBox, .spinButton, .slider, .autocomplete, .dateEditor, .dial: true
    case .text: node.states.contains(.editable) && !node.states.contains(.multiLine)
    default: false
    }
  }

  private static func bare(_ text: String) -> String {
    text.hasSuffix(":") || text.hasSuffix("：") ? String(text.dropLast()) : text
  }

  private func near(_ label: Int, _ field: Int, _ tree: Tree) -> Bool {
    tree.parent(of: label) == tree.parent(of: field) || Self.distance(tree[label].bounds, tree[field].bounds) != nil
  }

  /// How far a label is from the field it may belong to, in pixels; nil where it cannot.
  private static func distance(_ label: Rect?, _ field: Rect?) -> Int? {
    guard let label, let field, !label.isEmpty, !field.isEmpty else { return nil }
    let gapAcross = field.x - label.maxX
    let overlapDown = min(label.maxY, field.maxY) - max(label.y, field.y)
    if overlapDown * 2 >= min(label.height, field.height), (-4...240).contains(gapAcross) { return max(gapAcross, 0) }
    let gapDown = field.y - label.maxY
    let overlapAcross = min(label.maxX, field.maxX) - max(label.x, field.x)
    // Above is second to beside: in a form with a column of labels the one above names the row above.
    if overlapAcross > 0, (-4...28).contains(gapDown), label.x <= field.x + 40 { return max(gapDown, 0) + 60 }
    return nil
  }
}
