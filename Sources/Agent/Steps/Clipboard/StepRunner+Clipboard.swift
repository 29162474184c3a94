import Input
import Outline

extension StepRunner {
  /// To be called before a command copies or pastes. What the person has in the clipboard is kept before the first
  /// copying; where it cannot be kept, there is none.
  mutating func prepare(for deed: ClipboardDeed?) async throws(StepError) {
    guard let deed, let personal = desktop.clipboard else { return }
    clipboard.begin(deed, after: await personal.copies())
    guard case .copy = deed, clipboard.found == nil else { return }
    guard let content = await personal.content() else { throw .clipboardNotKept }
    clipboard.keep(content)
  }

  /// To be called after every step.
  mutating func finishClipboardDeed(personHasActed: Bool) async {
    guard let personal = desktop.clipboard else { return }
    clipboard.finish(after: await personal.copies(), personHasActed: personHasActed)
  }

  /// What the person had in the clipboard, where the task used that only to bring something elsewhere, and what it
  /// copied is still in there; nil otherwise.
  package func clipboardToPutBack() async -> ClipboardContent? {
    guard let personal = desktop.clipboard else { return nil }
    return clipboard.toPutBack(after: await personal.copies())
  }

  /// What a click on it does with the clipboard: a menu item may tell by its shortcut, whatever its language.
  func clipboardDeed(of node: Node) async -> ClipboardDeed? {
    guard desktop.clipboard != nil, node.role.isMenuLeaf || node.role == .pushButton else { return nil }
    if let deed = ClipboardDeed(title: node.name) { return deed }
    guard node.role.isMenuLeaf else { return nil }
    return await shortcut(of: node).flatMap(ClipboardDeed.init)
  }
}
