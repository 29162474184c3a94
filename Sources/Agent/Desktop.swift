import Accessibility
import Commands
import Geometry
import Input
import Launcher
import Outline
import Screen

/// Everything that a task sees and touches, behind protocols that tests can stand in for.
package struct Desktop: Sendable {
  package var windows: any WindowSystem
  package var accessibility: any AccessibilityTree
  package var input: any InputDriver
  /// Nil where it cannot be told whether a person has copied something meanwhile, so that it is left alone.
  package var clipboard: (any PersonalClipboard)?
  package var launcher: any ProgramLauncher
  package var time: any Timekeeper

  package init(
    windows: any WindowSystem, accessibility: any AccessibilityTree, input: any InputDriver,
    clipboard: (any PersonalClipboard)? = nil, launcher: any ProgramLauncher, time: any Timekeeper = RealTime()
  ) {
    self.windows = windows
    self.accessibility = accessibility
    self.input = input
    self.clipboard = clipboard
    self.launcher = launcher
    self.time = time
  }
}
