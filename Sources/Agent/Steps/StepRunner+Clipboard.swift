import Input
import Outline

extension StepRunner {
  /// To be called before a command copies or pastes. What the person has in the clipboard is kept before the first
  /// copying; where it cannot be kept, there is none.
  mutating func prepare(for deed: ClipboardDeed?) async throws(StepError) {
    guard let deed else { return }
    if case .copy = deed, clipboard.found == nil, let personal = desktop.clipboard {
      guard let content = await personal.content() else { throw .clipboardNotKept }
      clipboard.keep(content)
    }
    clipboard.note(deed)
  }

  /// What a click on it does with the clipboard: a menu item may tell by its shortcut, whatever its language.
  func clipboardDeed(of node: Node) async -> ClipboardDeed? {
    guard desktop.clipboard != nil, node.role.isMenuLeaf || node.role == .pushButton else { return nil }
    if let deed = ClipboardDeed(title: node.name) { return deed }
    guard node.role.isMenuLeaf else { return nil }
    return await shortcut(of: node).flatMap(ClipboardDeed.init)
  }
}
