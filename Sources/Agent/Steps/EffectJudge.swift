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
    guard let target else { return isDifferent ? .changed : .nothing }
    let now = after.nodes.first { $0.id == target.id }
    if let now, isConfirmed(command, from: target, to: now) { return .confirmed }
    if case .type(_, let text, _) = command, after.hasWriting(text, in: target, notIn: before) { return .confirmed }
    // What a password field holds is never read, so that it cannot be seen to change.
    return isDifferent || command.isWriting && target.role == .passwordText ? .changed : .nothing
  }

  /// Whether the window shows already what `command` is about, so that nothing more need be waited for: the wanted
  /// state or text where it can be read, and of a click more than that the focus has moved.
  package static func isAnswered(
    _ command: Command, on target: Node?, before: Snapshot, after: Snapshot
  ) -> Bool {
    if let target, let now = after.nodes.first(where: { $0.id == target.id }) {
      if isConfirmed(command, from: target, to: now) { return true }
      if case .type(_, let text, _) = command, after.writing(around: target.id) != nil {
        return after.hasWriting(text, in: target, notIn: before)
      }
      if command.isConfirmable(on: target) { return false }
    }
    return command.isClick ? !after.withoutFocus.looksLike(before.withoutFocus) : !after.looksLike(before)
  }

  private static func isConfirmed(_ command: Command, from old: Node, to new: Node) -> Bool {
    switch command {
    case .click, .select:
      new.states.contains(.selected) && !old.states.contains(.selected)
        || new.states.intersection(toggled) != old.states.intersection(toggled)
        || new.states.isSuperset(of: [.focused, .editable]) && !old.states.contains(.focused)
    case .check(_, let wanted): new.states.isDisjoint(with: [.checked, .pressed]) != wanted
    case .set(_, let text):
      new.text == text || new.value.map { "\($0.current)" == text || $0.current == Double(text) } ?? false
    case .type(_, let text, _): new.text.map { $0 != old.text && $0.contains(text) } ?? false
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

  /// Whether the document of `node`, whose paragraphs may be accessibles of their own, holds `text` and did not before.
  fileprivate func hasWriting(_ text: String, in node: Node, notIn old: Snapshot) -> Bool {
    guard let written = writing(around: node.id) else { return false }
    return written.contains(text) && written != old.writing(around: node.id)
  }

  /// The paragraphs of the document that `id` is, or is a paragraph of; nil where it has none.
  fileprivate func writing(around id: NodeID) -> String? {
    guard let node = nodes.first(where: { $0.id == id }) else { return nil }
    let document = node.role == .paragraph ? containers(of: node).first ?? node : node
    let paragraphs = nodes.filter { inner in
      inner.states.contains(.editable) && containers(of: inner).contains { $0.id == document.id }
    }
    return paragraphs.isEmpty ? nil : paragraphs.map { $0.text ?? "" }.joined(separator: "\n")
  }
}
