import Agent
import Input
import Outline

/// What the desktop was like before a task, to be left as it was found.
struct Guest {
  private let desktop: Desktop
  private let focus: Window?

  init(on desktop: Desktop) async {
    self.desktop = desktop
    focus = await desktop.windows.activeWindow()
  }

  /// Puts the pointer back, what was in the `clipboard` where a task only carried something in it, and the focus where
  /// it was taken from a window that the task was not about.
  func leave(taskWindow: Window, clipboard: ClipboardContent?) async {
    await desktop.input.releaseEverything()
    try? await desktop.input.putPointerBack()
    if let clipboard { await desktop.clipboard?.putBack(clipboard) }
    guard let focus, focus.id != taskWindow.id, await desktop.windows.window(focus.id) != nil else { return }
    try? await desktop.windows.activate(focus.id, within: .seconds(1))
  }
}
