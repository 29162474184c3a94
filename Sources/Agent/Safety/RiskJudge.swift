import Commands
import Outline

/// Judges whether a command does what cannot be undone: by what it aims at, and by what the window asks.
package struct RiskJudge {
  private let snapshot: Snapshot
  private let shortcuts: [NodeID: Chord]

  /// `snapshot` is the window as it is now, `shortcuts` those that it tells of buttons and menu items.
  package init(_ snapshot: Snapshot, shortcuts: [NodeID: Chord] = [:]) {
    self.snapshot = snapshot
    self.shortcuts = shortcuts
  }

  /// What `command` risks; nil where it risks nothing that the window tells. `target` is what it aims at: where
  /// something is dropped, for a drag.
  package func risk(of command: Command, on target: Node?) -> Risk? {
    switch command {
    case .click(.hover, _, _), .click(.right, _, _): nil
    case .click: clickRisk(target)
    case .check, .drag: target.flatMap(elementRisk)
    case .menu(let path, _): menuRisk(path)
    // A stretch of text is only selected, whatever it says.
    case .select(.named(let name, let ref)): ref.isText ? nil : RiskWords.risk(in: name)
    // What a drop-down list is set to is chosen in it.
    case .set(let ref, let text): ref.kind == .combo ? RiskWords.risk(in: text) : nil
    case .open(let name): RiskWords.risk(in: name)
    case .key(let chord): keyRisk(chord)
    case .type(_, let text, let enter): typingRisk(target, hasReturn: enter || text.contains("\n"))
    case .select, .scroll, .window, .wait, .gone, .find, .expand, .read, .look, .ask, .done, .fail: nil
    }
  }

  /// An item of a list is only selected by a click, whatever it is called; a point of a picture could be anything.
  private func clickRisk(_ target: Node?) -> Risk? {
    guard let target else { return answerRisk() }
    guard snapshot.isPressed(target) else { return nil }
    if let risk = elementRisk(target) { return risk }
    if RiskWords.isRetreat(target.name) { return retreatRisk(target.name) }
    return answerRisk() ?? (RiskWords.isGeneric(target.name) ? nearbyRisk(target) : nil)
  }

  private func elementRisk(_ target: Node) -> Risk? {
    snapshot.words(of: target).lazy.compactMap(RiskWords.risk).first ?? shortcutRisk(target)
  }

  /// In a language that is not known here, what the Delete key does may still be known by its key.
  private func shortcutRisk(_ target: Node) -> Risk? {
    guard let shortcut = shortcuts[target.id] ?? Chord(tooltip: target.description), shortcut.isDeletion else {
      return nil
    }
    return Risk(.delete, "\(shortcut)")
  }

  /// A title further up the path counts, too, unless it names a place: "Trash > Open" deletes nothing.
  private func menuRisk(_ path: [String]) -> Risk? {
    path.last.flatMap(RiskWords.risk)
      ?? path.dropLast().lazy.filter { !RiskWords.isPlace($0) }.compactMap(RiskWords.risk).first
  }

  private func keyRisk(_ chord: Chord) -> Risk? {
    let focus = snapshot.focus
    let isInField = focus?.states.contains(.editable) == true
    let isForSystem = chord.modifiers.contains(.ctrl) && chord.modifiers.contains(.alt)
    if chord.isDeletion { return isInField && !isForSystem ? nil : Risk(.delete, "\(chord)") }
    switch chord.key {
    case "BackSpace" where isForSystem:
      return Risk(.leave, "\(chord)")
    case let key where key.hasPrefix("XF86Power") || key.hasPrefix("XF86Log"): return Risk(.leave, "\(chord)")
    case "space" where isInField && chord.modifiers.isEmpty: return nil
    case "Return", "KP_Enter", "space": return returnRisk(at: focus, chord.modifiers)
    default:
      let isLetter = chord.key.count == 1
      if isLetter, let risk = mnemonicRisk() { return risk }
      return chord.modifiers.contains(.alt) || isLetter && !isInField ? answerRisk() : nil
    }
  }

  private func typingRisk(_ target: Node?, hasReturn: Bool) -> Risk? {
    if let risk = mnemonicRisk() { return risk }
    return hasReturn ? returnRisk(at: target ?? snapshot.focus, []) : nil
  }

  /// What Return or the space bar does: it presses the button or menu item with the focus, answers the dialog, or sends
  /// the form.
  private func returnRisk(at focus: Node?, _ modifiers: [Modifier]) -> Risk? {
    let chosen = snapshot.openMenuItems.filter { !$0.states.isDisjoint(with: [.selected, .focused]) }
    if let risk = chosen.lazy.compactMap(elementRisk).first { return risk }
    if let focus, snapshot.isPressed(focus) { return clickRisk(focus) }
    if let risk = answerRisk() { return risk }
    guard let focus, focus.states.contains(.editable) else { return nil }
    let isNewLine = focus.states.contains(.multiLine) && !modifiers.contains(.ctrl)
    return isNewLine ? nil : snapshot.formButtons(around: focus).lazy.compactMap(sendingRisk).first
  }

  private func sendingRisk(_ button: Node) -> Risk? {
    RiskWords.risk(in: button.name).flatMap { $0.kind == .send || $0.kind == .pay ? $0 : nil }
  }

  /// A letter chooses an item of an open menu, and which one the tree does not tell.
  private func mnemonicRisk() -> Risk? {
    snapshot.openMenuItems.lazy.compactMap(elementRisk).first
  }

  /// A "No" to whether to save loses what was not saved.
  private func retreatRisk(_ name: String) -> Risk? {
    guard RiskWords.isRefusal(name) else { return nil }
    return snapshot.dialogTexts.first(where: RiskWords.asksToSave).map { Risk(.discard, $0) }
  }

  /// What the open dialog asks about: its title and its texts, because its button may just say "OK".
  private func answerRisk() -> Risk? {
    snapshot.dialogTexts.lazy.compactMap(RiskWords.risk).first
  }

  /// What the text beside a button asks about, where no dialog does: a page asks in its own way.
  private func nearbyRisk(_ target: Node) -> Risk? {
    snapshot.texts(around: target).lazy.compactMap(RiskWords.risk).first
  }
}
