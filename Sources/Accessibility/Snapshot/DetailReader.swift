import MessageBus
import Outline

/// Completes what is visible with what neither back end brings: texts, values, and the labels of fields that
/// have no name of their own.
struct DetailReader {
  /// How much of a long text is read, in characters.
  private static let textLimit = 500

  let connection: Connection
  let deadline: ContinuousClock.Instant

  func completed(_ node: Node) -> Node {
    completed([node], at: [0])[0]
  }

  /// `nodes`, with the details of those at `visible`.
  func completed(_ nodes: [Node], at visible: [Int]) -> [Node] {
    var completed = nodes
    let texts = visible.filter { Self.needsText(nodes[$0]) }
    var lengths: [Int: Int] = [:]
    var labels: [Int: NodeID] = [:]
    let batch = Batch(connection, until: deadline)
    for index in texts {
      // An icon's text is its name, which is short, and there may be hundreds.
      guard nodes[index].role != .icon else {
        batch.add(.text(of: nodes[index].id, from: 0, to: -1)) { reply in
          guard let name = reply.child(0)?.string, Self.hasWords(name) else { return }
          completed[index].text = String(name.prefix(Self.textLimit))
        }
        continue
      }
      batch.add(.property("CharacterCount", Interface.text, of: nodes[index].id)) {
        lengths[index] = Int($0.property?.int32 ?? 0)
      }
      guard Self.hasCaret(nodes[index]) else { continue }
      batch.add(.property("CaretOffset", Interface.text, of: nodes[index].id)) {
        completed[index].caret = $0.property?.int32.map(Int.init)
      }
    }
    for index in visible where Self.needsValue(nodes[index]) {
      addValue(of: nodes[index].id, to: batch) { completed[index].value = $0 }
    }
    for index in visible where Self.needsLabel(nodes[index]) {
      batch.add(.relations(of: nodes[index].id)) { reply in
        labels[index] = reply.child(0)?.targets(of: Relation.labelledBy).first
      }
    }
    for index in visible where Self.needsPlaceholder(nodes[index]) {
      batch.add(.attributes(of: nodes[index].id)) {
        completed[index].placeholder = $0.child(0)?.text(at: "placeholder-text")
      }
    }
    for index in visible where Self.needsChoice(nodes[index]) {
      batch.add(.selectedChild(of: nodes[index].id)) { reply in
        guard let choice = reply.child(0)?.reference else { return }
        for place in nodes.indices where nodes[place].id == choice { completed[place].states.insert(.selected) }
      }
    }
    batch.run()
    for (index, length) in lengths {
      let range = Self.range(length: length, caret: completed[index].caret)
      completed[index].caret = Self.caret(completed[index].caret, in: range)
      completed[index].textLength = length > range.count ? length : nil
      guard length > 0 else {
        completed[index].text = Self.canBeEdited(nodes[index]) ? "" : nil
        continue
      }
      batch.add(.text(of: nodes[index].id, from: range.lowerBound, to: range.upperBound)) {
        let text = $0.child(0)?.string
        completed[index].text = text.flatMap { Self.isShown($0, in: nodes[index]) ? $0 : nil }
      }
    }
    for (index, label) in labels {
      batch.add(.name(of: label)) { reply in
        if let name = reply.property?.string, !name.isEmpty { completed[index].label = name }
      }
    }
    batch.run()
    return completed
  }

  private func addValue(of id: NodeID, to batch: Batch, store: @escaping (Value) -> Void) {
    var numbers: [String: Double] = [:]
    for name in ["CurrentValue", "MinimumValue", "MaximumValue"] {
      batch.add(.property(name, Interface.value, of: id)) { reply in
        numbers[name] = reply.property?.double
        guard let current = numbers["CurrentValue"] else { return }
        // A number field of a page need not have bounds.
        let (minimum, maximum) = (numbers["MinimumValue"] ?? current, numbers["MaximumValue"] ?? current)
        store(Value(current: current, minimum: minimum, maximum: maximum))
      }
    }
  }

  /// Half of the limit on either side of the caret, and the beginning where there is none.
  static func range(length: Int, caret: Int?) -> Range<Int> {
    guard length > textLimit else { return 0..<max(0, length) }
    let caret = min(max(0, caret ?? 0), length)
    let start = min(max(0, caret - textLimit / 2), length - textLimit)
    return start..<start + textLimit
  }

  /// The caret in the part that is read; nil where it stands elsewhere.
  private static func caret(_ caret: Int?, in range: Range<Int>) -> Int? {
    guard let caret, caret >= range.lowerBound, caret <= range.upperBound else { return nil }
    return caret - range.lowerBound
  }

  private static func hasCaret(_ node: Node) -> Bool {
    canBeEdited(node) && node.role != .tableCell
  }

  /// Spaces in a field are what it holds, but where all that it holds are parts of their own, they have its text.
  private static func isShown(_ text: String, in node: Node) -> Bool {
    hasWords(text) || canBeEdited(node) && !HypertextReader.isHypertext(text)
  }

  /// The text of a container of a web page holds a placeholder for each thing in it.
  private static func hasWords(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 != HypertextReader.placeholder && !$0.properties.isWhitespace }
  }

  private static func canBeEdited(_ node: Node) -> Bool {
    node.states.contains(.editable) || textRoles.contains(node.role)
  }

  /// The text of a password field is never read.
  private static func needsText(_ node: Node) -> Bool {
    guard node.role != .passwordText, node.interfaces.contains(.text) else { return false }
    return node.name.isEmpty || canBeEdited(node)
  }

  private static func needsValue(_ node: Node) -> Bool {
    node.interfaces.contains(.value) && valueRoles.contains(node.role)
  }

  /// GTK 3 says of no item of a closed combo box that it is the one that is chosen.
  private static func needsChoice(_ node: Node) -> Bool {
    node.role == .comboBox && node.interfaces.contains(.selection) && node.childCount > 0
  }

  private static func needsLabel(_ node: Node) -> Bool {
    node.name.isEmpty && (node.states.contains(.editable) || labelledRoles.contains(node.role))
  }

  private static func needsPlaceholder(_ node: Node) -> Bool {
    fieldRoles.contains(node.role) && node.states.contains(.editable) && !node.states.contains(.multiLine)
      && (node.name.isEmpty || Snapshot.isClassName(node.name))
  }

  private static let fieldRoles: Set<Role> = [.entry, .passwordText, .text]
  private static let textRoles: Set<Role> = [
    .documentEmail, .documentFrame, .documentText, .editbar, .entry, .spinButton, .terminal, .text,
  ]
  private static let valueRoles: Set<Role> = [
    .colorChooser, .dial, .levelBar, .progressBar, .scrollBar, .slider, .spinButton,
  ]
  private static let labelledRoles: Set<Role> = [
    .checkBox, .comboBox, .entry, .list, .listBox, .passwordText, .progressBar, .radioButton, .slider, .spinButton,
    .table, .text, .toggleButton, .tree, .treeTable,
  ]
}
