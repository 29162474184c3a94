import Accessibility
import Commands
import Input
import Outline

extension StepRunner {
  mutating func type(_ command: Command, _ ref: Ref?, _ text: String, enter: Bool) async throws -> StepReport {
    if !desktop.input.hasPointer, let report = try await typeAsText(command, ref, text, enter: enter) { return report }
    let ground = observer.ground
    var node: Node?
    if let ref {
      node = try await focusedField(ref, ground)
    } else {
      node = observer.snapshot.focusedField
    }
    try await readyForKeys(on: ground)
    try await write(text, into: node)
    guard enter else { return try await settled(command, .keyboard, on: node) }
    // What was typed shows only before Return closes the dialog or empties the field.
    let typed = try await settled(command, .keyboard, on: node).effect
    var report = try await pressReturn(command, on: node, ground)
    if typed == .confirmed { report.effect = .confirmed }
    return report
  }

  mutating func pressReturn(_ command: Command, on node: Node?, _ ground: Ground) async throws -> StepReport {
    try await readyForReturn()
    try await readyForKeys(on: ground)
    try await desktop.input.press(Chord(modifiers: [], key: "Return"), times: 1)
    return try await settled(command, .keyboard, on: node)
  }

  mutating func set(_ command: Command, _ ref: Ref, _ text: String) async throws -> StepReport {
    let ground = observer.ground
    let node = observer.snapshot.field(of: try await target(ref))
    if node.role == .comboBox, !node.states.contains(.editable) { return try await select(command, text, in: ref) }
    // A page is not told of a number that is set in Firefox, and the parts of a date take keys only.
    let takesKeys = node.role == .spinButton && desktop.input.hasPointer && observer.snapshot.isInPage(node)
    if !takesKeys, node.interfaces.contains(.value), let number = Double(text) {
      try await desktop.accessibility.setValue(number, of: node.id)
      return try await settled(command, .value, on: node)
    }
    guard node.states.contains(.editable) || takesKeys, !observer.snapshot.hasNumbers(in: node.id) else {
      throw StepError.notEditable(ref)
    }
    if node.isSheetCell { return try await setCell(command, node, ref, text) }
    // That a password arrived cannot be seen, and Firefox drops it.
    let canBeText = node.role != .passwordText || !desktop.input.hasPointer
    if canBeText, node.interfaces.contains(.editableText), try await written(text, to: node) {
      // As if it had been typed: a Return that comes next is meant for this field.
      if !node.states.contains(.focused) { _ = try? await desktop.accessibility.focus(node.id) }
      return try await settled(command, .text, on: node)
    }
    _ = try await focusedField(ref, ground)
    try await readyForKeys(on: ground)
    if node.states.contains(.editable) {
      try await desktop.input.press(Chord(modifiers: [.ctrl], key: "a"), times: 1)
    }
    // Kate puts what is selected into brackets and quotes that are typed over it.
    if text.isEmpty || observer.snapshot.toolkit == "Qt" {
      try await desktop.input.press(Chord(modifiers: [], key: "Delete"), times: 1)
    }
    if !text.isEmpty { try await write(text, into: node) }
    return try await settled(command, .keyboard, on: node)
  }

  /// Types over what a cell of a sheet holds and enters it. Control+A would select the whole sheet, and what is selected
  /// is what Delete empties, so that the cell has to be all of it.
  private mutating func setCell(
    _ command: Command, _ cell: Node, _ ref: Ref, _ text: String
  ) async throws -> StepReport {
    let ground = observer.ground
    if desktop.input.hasPointer {
      try await click(.click, at: place(of: cell, ref), [])
      try await observer.settle()
    } else {
      _ = try await focusedField(ref, ground)
    }
    try await readyForKeys(on: ground)
    if !text.isEmpty { try await write(text, into: cell) }
    // Of a text this takes away what the program has added to it, guessing.
    try await desktop.input.press(Chord(modifiers: [], key: "Delete"), times: 1)
    // LibreOffice goes on telling the old text of the cell where the cursor is. Return pastes what was copied there,
    // where nothing is being written.
    try await desktop.input.press(Chord(modifiers: [], key: text.isEmpty ? "Down" : "Return"), times: 1)
    return try await settled(command, .keyboard, on: cell)
  }

  mutating func press(_ command: Command, _ chord: Chord) async throws -> StepReport {
    do {
      try await desktop.input.validate(chord)
    } catch InputError.unknownKey(let key) {
      throw StepError.notAKey(key)
    }
    if chord.isReturn { try await readyForReturn() }
    try await prepare(for: ClipboardDeed(chord))
    try await readyForKeys(on: observer.ground)
    try await desktop.input.press(chord, times: 1)
    return try await settled(command, .keyboard, on: nil)
  }

  /// Gives the field that a ref names the focus, for keys to go to. A desktop that asks the person for leave has to be
  /// done with it: meanwhile its own dialog has the focus.
  mutating func focusedField(_ ref: Ref, _ ground: Ground) async throws -> Node {
    if !desktop.input.hasPointer { try await readyForKeys(on: ground) }
    let field = observer.snapshot.field(of: try await target(ref))
    try await focus(field, ref)
    return field
  }

  /// Gives a field the focus, by its own action where it has one, else by a click.
  mutating func focus(_ node: Node, _ ref: Ref) async throws {
    // A document whose paragraphs are accessibles of their own has the focus in one of them.
    guard !observer.snapshot.hasFocus(node.id), !observer.snapshot.hasFocus(within: node.id) else { return }
    if (try? await desktop.accessibility.focus(node.id)) != nil {
      try await observer.settle { $1.hasFocus(node.id) }
      // Where it is not in view any more, another window or dialog is, and keys are not pressed.
      guard let now = observer.snapshot.nodes.first(where: { $0.id == node.id }) else { return }
      if now.states.contains(.focused) { return try await deselect(node) }
    }
    guard desktop.input.hasPointer else { throw StepError.noPointer }
    try await click(.click, at: place(of: node, ref), [])
    try await observer.settle()
  }

  /// GTK selects all of a field that gets the focus other than by a click, so that the next key would replace it.
  private func deselect(_ field: Node) async throws {
    guard observer.snapshot.toolkit == "gtk", !field.states.contains(.multiLine), let text = field.text, !text.isEmpty,
      try await desktop.accessibility.selectedText(of: field.id) == text
    else { return }
    let end = text.unicodeScalars.count
    try await desktop.accessibility.selectText(end..<end, in: field.id)
  }

  /// Keys go to whatever has the focus, so it must still be the window or dialog that the command was decided on. Where
  /// the desktop has to ask the person for leave, it does only if the keys would be pressed, and has the focus meanwhile.
  mutating func readyForKeys(on ground: Ground) async throws {
    if !desktop.input.hasPointer {
      try await desktop.input.checkKeys()
      try await checkFocus(on: ground)
      try await desktop.input.gainKeys()
    }
    try await checkFocus(on: ground)
    await waitForSelection()
    try await desktop.input.waitForFreeModifiers(within: .seconds(1))
  }

  private mutating func checkFocus(on ground: Ground) async throws {
    if await !desktop.windows.hasKeys(observer.window.id) {
      // Between two windows none has it for a moment.
      _ = try await observer.wait(upTo: Self.focusLimit) { await $0.desktop.windows.activeWindow() != nil }
      try await observer.observe()
    }
    guard observer.ground == ground, await desktop.windows.hasKeys(observer.window.id) else {
      throw desktop.input.hasPointer ? StepError.focusLost : .notInFront(observer.window.title)
    }
  }

  /// Return presses the default button of a dialog, and a dialog may take a moment to enable that once something was
  /// typed.
  private mutating func readyForReturn() async throws(ViewError) {
    _ = try await observer.wait(upTo: Self.defaultButtonLimit) { observer in
      !observer.snapshot.nodes.contains { $0.states.isSuperset(of: [.isDefault, .showing]) && !$0.isUsable }
    }
  }

  private static let defaultButtonLimit = Duration.seconds(1)
  private static let focusLimit = Duration.seconds(1)

  /// Programs say yes to text that they then drop, so it is read back.
  private func written(_ text: String, to node: Node) async throws -> Bool {
    do {
      guard try await desktop.accessibility.setText(text, of: node.id) != .declined else { return false }
      guard node.role != .passwordText else { return true }
      let count = text.unicodeScalars.count + 1
      return try await desktop.accessibility.text(of: node.id, from: 0, count: count).text == text
    } catch AccessibilityError.unsupported {
      return false
    }
  }
}

extension Chord {
  fileprivate var isReturn: Bool {
    modifiers.isEmpty && ["Return", "KP_Enter"].contains(key)
  }
}

extension Node {
  /// A cell that is written to as a person does it: what is typed replaces what it holds once it has been entered.
  fileprivate var isSheetCell: Bool { role == .tableCell && !interfaces.contains(.editableText) }
}

extension Snapshot {
  /// The field that keys go to.
  var focusedField: Node? {
    nodes.last { $0.states.isSuperset(of: [.focused, .editable]) }
  }

  fileprivate func hasFocus(_ id: NodeID) -> Bool {
    nodes.contains { $0.id == id && $0.states.contains(.focused) }
  }

  fileprivate func hasFocus(within id: NodeID) -> Bool {
    nodes.contains { inner in
      inner.states.isSuperset(of: [.focused, .editable]) && containers(of: inner).contains { $0.id == id }
    }
  }

  /// Whether it is a field of several numbers, such as a date, which are written one by one.
  fileprivate func hasNumbers(in id: NodeID) -> Bool {
    nodes.contains { number in number.role == .spinButton && containers(of: number).contains { $0.id == id } }
  }

  /// What is written to where an accessible is named: the field in a drop-down list that has one, else itself.
  fileprivate func field(of node: Node) -> Node {
    guard node.role == .comboBox, !node.states.contains(.editable) else { return node }
    return nodes.first { inner in
      inner.states.contains(.editable) && inner.isShown && containers(of: inner).contains { $0.id == node.id }
    } ?? node
  }
}
