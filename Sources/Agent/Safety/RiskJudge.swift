import Commands
import Outline

/// Judges whether a command does what cannot be undone: by what it aims at, and by what the window asks.
package enum RiskJudge {
  /// What `command` risks in a window as it is now; nil where it risks nothing that the window tells. `target` is what
  /// it aims at: where something is dropped, for a drag.
  package static func risk(of command: Command, on target: Node?, in snapshot: Snapshot) -> Risk? {
    switch command {
    case .click(.hover, _, _), .click(.right, _, _): nil
    case .click: clickRisk(target, snapshot)
    case .check, .drag: target.flatMap { wordRisk($0, snapshot) }
    case .menu(let path, _): menuRisk(path)
    // A stretch of text is only selected, whatever it says.
    case .select(.named(let name, let ref)): ref.isText ? nil : RiskWords.risk(in: name)
    // What a drop-down list is set to is chosen in it.
    case .set(let ref, let text): ref.kind == .combo ? RiskWords.risk(in: text) : nil
    case .open(let name): RiskWords.risk(in: name)
    case .key(let chord): keyRisk(chord, snapshot)
    case .type(_, let text, let enter): typingRisk(target, hasReturn: enter || text.contains("\n"), snapshot)
    case .select, .scroll, .window, .wait, .gone, .find, .expand, .read, .look, .ask, .done, .fail: nil
    }
  }

  /// An item of a list is only selected by a click, whatever it is called; a point of a picture could be anything.
  private static func clickRisk(_ target: Node?, _ snapshot: Snapshot) -> Risk? {
    guard let target else { return answerRisk(snapshot) }
    guard snapshot.isPressed(target) else { return nil }
    if let risk = wordRisk(target, snapshot) { return risk }
    if RiskWords.isRetreat(target.name) { return retreatRisk(target.name, snapshot) }
    return answerRisk(snapshot) ?? (RiskWords.isGeneric(target.name) ? nearbyRisk(target, snapshot) : nil)
  }

  private static func wordRisk(_ target: Node, _ snapshot: Snapshot) -> Risk? {
    snapshot.words(of: target).lazy.compactMap(RiskWords.risk).first
  }

  /// A title further up the path counts, too, unless it names a place: "Trash > Open" deletes nothing.
  private static func menuRisk(_ path: [String]) -> Risk? {
    path.last.flatMap(RiskWords.risk)
      ?? path.dropLast().lazy.filter { !RiskWords.isPlace($0) }.compactMap(RiskWords.risk).first
  }

  private static func keyRisk(_ chord: Chord, _ snapshot: Snapshot) -> Risk? {
    let focus = snapshot.focus
    let isInField = focus?.states.contains(.editable) == true
    let isForSystem = chord.modifiers.contains(.ctrl) && chord.modifiers.contains(.alt)
    switch chord.key {
    case "Delete", "KP_Delete":
      return isInField && !isForSystem ? nil : Risk(.delete, "\(chord)")
    case "BackSpace" where isForSystem:
      return Risk(.leave, "\(chord)")
    case let key where key.hasPrefix("XF86Power") || key.hasPrefix("XF86Log"): return Risk(.leave, "\(chord)")
    case "space" where isInField && chord.modifiers.isEmpty: return nil
    case "Return", "KP_Enter", "space": return returnRisk(at: focus, chord.modifiers, snapshot)
    default:
      let isLetter = chord.key.count == 1
      if isLetter, let risk = mnemonicRisk(snapshot) { return risk }
      return chord.modifiers.contains(.alt) || isLetter && !isInField ? answerRisk(snapshot) : nil
    }
  }

  private static func typingRisk(_ target: Node?, hasReturn: Bool, _ snapshot: Snapshot) -> Risk? {
    if let risk = mnemonicRisk(snapshot) { return risk }
    return hasReturn ? returnRisk(at: target ?? snapshot.focus, [], snapshot) : nil
  }

  /// What Return or the space bar does: it presses the button or menu item with the focus, answers the dialog, or sends
  /// the form.
  private static func returnRisk(
    at focus: Node?, _ modifiers: [Modifier], _ snapshot: Snapshot
  ) -> Risk? {
    let chosen = snapshot.openMenuItems.filter { !$0.states.isDisjoint(with: [.selected, .focused]) }
    if let risk = chosen.lazy.flatMap(snapshot.words).compactMap(RiskWords.risk).first { return risk }
    if let focus, snapshot.isPressed(focus) { return clickRisk(focus, snapshot) }
    if let risk = answerRisk(snapshot) { return risk }
    guard let focus, focus.states.contains(.editable) else { return nil }
    let isNewLine = focus.states.contains(.multiLine) && !modifiers.contains(.ctrl)
    return isNewLine ? nil : snapshot.formButtons(around: focus).lazy.compactMap(sendingRisk).first
  }

  private static func sendingRisk(_ button: Node) -> Risk? {
    RiskWords.risk(in: button.name).flatMap { $0.kind == .send || $0.kind == .pay ? $0 : nil }
  }

  /// A letter chooses an item of an open menu, and which one the tree does not tell.
  private static func mnemonicRisk(_ snapshot: Snapshot) -> Risk? {
    snapshot.openMenuItems.lazy.flatMap(snapshot.words).compactMap(RiskWords.risk).first
  }

  /// A "No" to whether to save loses what was not saved.
  private static func retreatRisk(_ name: String, _ snapshot: Snapshot) -> Risk? {
    guard RiskWords.isRefusal(name) else { return nil }
    return snapshot.dialogTexts.first(where: RiskWords.asksToSave).map { Risk(.discard, $0) }
  }

  /// What the open dialog asks about: its title and its texts, because its button may just say "OK".
  private static func answerRisk(_ snapshot: Snapshot) -> Risk? {
    snapshot.dialogTexts.lazy.compactMap(RiskWords.risk).first
  }

  /// What the text beside a button asks about, where no dialog does: a page asks in its own way.
  private static func nearbyRisk(_ target: Node, _ snapshot: Snapshot) -> Risk? {
    snapshot.texts(around: target).lazy.compactMap(RiskWords.risk).first
  }
}
