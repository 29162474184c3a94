import Agent
import Input
import Outline

/// What the desktop was like before a task, to be left as it was found.
struct Guest {
  private let desktop: Desktop
  private let focus: Window?
  private let clipboard: Clipboard?
  private let content: ClipboardContent?

  init(on desktop: Desktop) async {
    self.desktop = desktop
    focus = await desktop.windows.activeWindow()
    // Where the person's own copying goes unnoticed, the clipboard is left alone.
    clipboard = desktop.input.noticesPerson ? Clipboard(keeper: DesktopConnection.ownProgram) : nil
    content = await clipboard?.content()
  }

  /// Puts the pointer back, the clipboard where a task only carried something in it, and the focus where it was taken
  /// from a window that the task was not about.
  func leave(taskWindow: Window, usedClipboard: Bool) async {
    await desktop.input.releaseEverything()
    try? await desktop.input.putPointerBack()
    if usedClipboard, let content { await clipboard?.putBack(content) }
    guard let focus, focus.id != taskWindow.id, await desktop.windows.window(focus.id) != nil else { return }
    try? await desktop.windows.activate(focus.id, within: .seconds(1))
  }
}
