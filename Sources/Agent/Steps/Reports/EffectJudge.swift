import Commands
import Outline

/// Judges what a command did from the window before and after it, never from what a call returned.
package enum EffectJudge {
  /// What `command` did to `target`, which is as it was just before (nil where it aimed at nothing), when the window
  /// was `before` and has settled to `after`.
  package static func effect(
    of command: Command, on target: Node?, before: Snapshot, after: Snapshot
  ) -> Effect {
    let isDifferent = !after.looksLike(before)
    if case .click(.right, _, _) = command, after.hasMenu(besides: before) { return .confirmed }
    guard let target else { return isDifferent ? .changed : .nothing }
    let now = after.nodes.first { $0.id == target.id }
    if let now, isConfirmed(command, from: target, to: now) { return .confirmed }
    if isWritten(command, in: target, before: before, after: after) == true { return .confirmed }
    // An empty cell of a sheet may not be listed at all.
    if case .set(_, "") = command, target.role == .tableCell, now?.text?.isEmpty ?? true { return .confirmed }
    // What a password field holds is never read, so that it cannot be seen to change.
    return isDifferent || command.isWriting && target.role == .passwordText ? .changed : .nothing
  }

  /// Whether the window shows already what `command` is about, so that nothing more need be waited for: the wanted
  /// state or text where it can be read, and of a click more than that the focus has moved.
  package static func isAnswered(
    _ command: Command, on target: Node?, before: Snapshot, after: Snapshot
  ) -> Bool {
    if case .click(.right, _, _) = command { return after.hasMenu(besides: before) }
    if let target, let now = after.nodes.first(where: { $0.id == target.id }) {
      if isConfirmed(command, from: target, to: now) { return true }
      if let isWritten = isWritten(command, in: target, before: before, after: after) { return isWritten }
      if command.isConfirmable(on: target) { return false }
    }
    return command.isClick ? !after.withoutFocus.looksLike(before.withoutFocus) : !after.looksLike(before)
  }

  /// Whether the paragraphs of the document around `target` hold what was to be written; nil where it has none.
  private static func isWritten(
    _ command: Command, in target: Node, before: Snapshot, after: Snapshot
  ) -> Bool? {
    guard let written = after.writing(around: target.id) else { return nil }
    return switch command {
    case .type(_, let text, _): written.contains(text.asShown) && written != before.writing(around: target.id)
    case .set(_, let text): written == text.asShown
    default: nil
    }
  }

  private static func isConfirmed(_ command: Command, from old: Node, to new: Node) -> Bool {
    switch command {
    case .click(.click, _, _), .select:
      new.states.contains(.selected) && !old.states.contains(.selected)
        || new.states.intersection(toggled) != old.states.intersection(toggled)
        || new.states.isSuperset(of: [.focused, .editable]) && !old.states.contains(.focused)
    case .check(_, let wanted): new.states.isDisjoint(with: [.checked, .pressed]) != wanted
    case .set(_, let text):
      new.text?.asShown == text.asShown
        || Double(text).map { $0 == new.value?.current || $0 == new.text.flatMap(Double.init) } ?? false
    case .type(_, let text, _): new.text.map { $0 != old.text && $0.asShown.contains(text.asShown) } ?? false
    default: false
    }
  }

  private static let toggled: States = [.checked, .pressed, .expanded]
}

extension Command {
  /// Whether the target itself will show that it is done.
  fileprivate func isConfirmable(on target: Node) -> Bool {
    switch self {
    case .check: true
    case .set: target.text != nil || target.value != nil
    // A cell shows its text only once that has been entered.
    case .type: target.text != nil && target.cell == nil
    default: false
    }
  }

  fileprivate var isClick: Bool {
    switch self {
    case .click, .menu, .select: true
    default: false
    }
  }

  fileprivate var isWriting: Bool {
    switch self {
    case .type, .set: true
    default: false
    }
  }
}

extension Snapshot {
  /// Whether a menu has opened since, or another item of one shows.
  fileprivate func hasMenu(besides old: Snapshot) -> Bool {
    !shownMenuParts.subtracting(old.shownMenuParts).isEmpty
  }

  private var shownMenuParts: Set<NodeID> {
    Set(nodes.lazy.filter { (Role.menuParts.contains($0.role) || $0.role == .popupMenu) && $0.isShown }.map(\.id))
  }

  /// The same without what a click changes on its way to its effect. Descriptions are tooltips: while Chromium loads a
  /// page, nothing else tells of it.
  fileprivate var withoutFocus: Snapshot {
    var snapshot = self
    for index in nodes.indices {
      snapshot.nodes[index].states.subtract([.active, .armed, .focused, .isDefault])
      snapshot.nodes[index].description = ""
    }
    return snapshot
  }

  /// The paragraphs of the document that `id` is, or is a paragraph of; nil where it has none.
  fileprivate func writing(around id: NodeID) -> String? {
    guard let index = nodes.firstIndex(where: { $0.id == id }) else { return nil }
    let isParagraph = nodes[index].role == .paragraph
    let paragraphs = paragraphs(of: isParagraph ? nodes[index].parent ?? index : index).map { nodes[$0] }
      .filter { $0.states.contains(.editable) }
    return paragraphs.isEmpty ? nil : paragraphs.map { $0.text ?? "" }.joined(separator: "\n").asShown
  }
}

extension String {
  /// Browsers write a space at the end of a line as one that does not break.
  fileprivate var asShown: String { replacing("\u{A0}", with: " ") }
}
