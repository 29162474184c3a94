import Geometry

/// Finds the label of each field that has no name, and folds it into the field.
///
/// The relation is believed first. Where a toolkit tells none, the label stands to the left of its
/// field or just above it, and to the right of a box to check or else to its left; the order of the tree says nothing
/// (zenity puts labels after their fields).
struct FieldLabels: Sendable {
  private var labelOfField: [Int: String] = [:]
  /// Labels that are shown as their field's name and need no place of their own.
  private(set) var folded: Set<Int> = []

  init(_ tree: Tree, _ visibility: Visibility, _ naming: Naming) {
    let shown = tree.snapshot.nodes.indices.filter { visibility.isVisible[$0] }
    var labels = shown.filter { tree[$0].role.isStaticText && !naming.text(of: $0).isEmpty }
    let fields = shown.filter { Self.isField($0, in: tree) }

    for field in fields {
      let told = [tree[field].label.map(ScreenText.clean) ?? "", naming.ownName(of: field)].map(Self.bare)
      let known = told.filter { !$0.isEmpty }
      guard let name = known.first else { continue }
      if tree[field].label != nil { labelOfField[field] = name }
      // A label around its field is named after both.
      let repeated = labels.first { label in
        tree.parent(of: field) == label
          || known.contains(Self.bare(naming.text(of: label))) && Self.near(label, field, in: tree)
      }
      if let repeated {
        folded.insert(repeated)
        labels.removeAll { $0 == repeated }
      }
    }
    let unnamed = fields.filter { field in
      let mayBeNamedAfterChoice = tree[field].role == .comboBox && !tree.isGTK4
      return labelOfField[field] == nil && (naming.ownName(of: field).isEmpty || mayBeNamedAfterChoice)
    }
    for field in unnamed { labelOfField[field] = Self.textBeside(field, in: tree) }
    let pairs = unnamed.flatMap { field in
      labels.compactMap { label -> (Int, Int, Int)? in
        guard Self.control(around: label, in: tree) == Self.control(around: field, in: tree) else { return nil }
        return Self.distance(label, field, in: tree).map { (field, label, $0) }
      }
    }
    // The nearest pair first, so that no label is taken by a field further away.
    for (field, label, _) in pairs.sorted(by: { ($0.2, $0.0, $0.1) < ($1.2, $1.0, $1.1) }) {
      guard labelOfField[field] == nil, !folded.contains(label) else { continue }
      labelOfField[field] = Self.bare(naming.text(of: label))
      folded.insert(label)
    }
  }

  func label(of field: Int) -> String? { labelOfField[field] }

  private static func isField(_ index: Int, in tree: Tree) -> Bool {
    let node = tree[index]
    return switch node.role {
    case .entry, .passwordText, .comboBox, .spinButton, .slider, .autocomplete, .dateEditor, .dial: true
    case .text: node.states.contains(.editable) && !node.states.contains(.multiLine)
    case .checkBox, .radioButton: true
    default: false
    }
  }

  private static func isBox(_ node: Node) -> Bool { node.role == .checkBox || node.role == .radioButton }

  private static func bare(_ text: String) -> String {
    text.hasSuffix(":") || text.hasSuffix("：") ? String(text.dropLast()) : text
  }

  /// What a web page writes before a field or after a box, where only the text of what is around them
  /// holds it, with a mark for each of them.
  private static func textBeside(_ field: Int, in tree: Tree) -> String? {
    guard let parent = tree.parent(of: field), let text = tree[parent].text,
      let place = tree.children[parent].firstIndex(of: field)
    else { return nil }
    let parts = text.split(separator: "\u{FFFC}", omittingEmptySubsequences: false)
    guard parts.count == tree.children[parent].count + 1 else { return nil }
    let part = isBox(tree[field]) ? parts[place + 1] : parts[place]
    let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
    let line = isBox(tree[field]) ? lines.first : lines.last
    let label = bare(ScreenText.clean(String(line ?? "")))
    return label.isEmpty ? nil : label
  }

  /// What names itself by the texts in it, such as a button or a row: they say nothing of what is beside it.
  private static func control(around index: Int, in tree: Tree) -> Int? {
    tree.ancestors(of: index).first { tree[$0].kind != nil && tree[$0].role != .comboBox }
  }

  private static func near(_ label: Int, _ field: Int, in tree: Tree) -> Bool {
    tree.parent(of: label) == tree.parent(of: field) || distance(label, field, in: tree) != nil
  }

  /// How far a label is from the field it may belong to, in pixels; nil where it cannot.
  private static func distance(_ label: Int, _ field: Int, in tree: Tree) -> Int? {
    guard let text = tree[label].bounds, let box = tree[field].bounds, !text.isEmpty, !box.isEmpty else { return nil }
    let overlapDown = min(text.maxY, box.maxY) - max(text.y, box.y)
    let isBeside = overlapDown * 2 >= min(text.height, box.height)
    let gapAcross = box.x - text.maxX
    if isBox(tree[field]) {
      let gap = text.x - box.maxX
      if isBeside, (-4...24).contains(gap) { return max(gap, 0) }
      // A form of KDE has boxes without labels of their own in its column of fields.
      return isBeside && (-4...240).contains(gapAcross) ? 100 + max(gapAcross, 0) / 4 : nil
    }
    if isBeside, (-4...240).contains(gapAcross) { return max(gapAcross, 0) / 4 }
    let gapDown = box.y - text.maxY
    let overlapAcross = min(text.maxX, box.maxX) - max(text.x, box.x)
    // Above is second to beside: in a form with a column of labels the one above names the row above.
    if overlapAcross > 0, (-4...28).contains(gapDown), text.x <= box.x + 40 { return max(gapDown, 0) + 60 }
    return nil
  }
}
