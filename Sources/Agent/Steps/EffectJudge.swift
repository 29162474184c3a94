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
    // What a password field holds is never read, so that it cannot be seen to change.
    return isDifferent || command.isWriting && target.role == .passwordText ? .changed : .nothing
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
  fileprivate var isWriting: Bool {
    switch self {
    case .type, .set: true
    default: false
    }
  }
}
