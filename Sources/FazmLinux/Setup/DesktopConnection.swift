import Accessibility
import Agent
import Geometry
import Input
import Launcher
import Outline
import Screen

/// Connects to the desktop that this program runs on, and finds the window that is meant.
enum DesktopConnection {
  /// With `noticingPerson`, the desktop tells when somebody uses the mouse or the keyboard. `onNotice` gets what the
  /// person should know, such as that the desktop waits for their leave.
  static func open(
    noticingPerson: Bool = false, onNotice: @escaping @Sendable (String) -> Void = { Output.error($0) }
  ) async throws -> Desktop {
    guard !Locations.isWayland else { return try await openWayland(onNotice) }
    let screen = try Screen.connect()
    let accessibility = try await Accessibility.connect()
    let input = try XInput.connect(noticingPerson: noticingPerson, guardian: ownProgram)
    // Where the person's own copying goes unnoticed, the clipboard is left alone.
    let clipboard = input.noticesPerson ? Clipboard(keeper: ownProgram) : nil
    return Desktop(
      windows: screen, accessibility: accessibility, input: input, clipboard: clipboard, launcher: DesktopEntries())
  }

  /// This program, as the kernel knows it whatever became of its file.
  static let ownProgram = "/proc/self/exe"

  /// The windows alone, for which X needs no accessibility bus.
  static func windows() async throws -> any WindowSystem {
    if Locations.isWayland { AccessibleWindows(try await Accessibility.connect()) } else { try Screen.connect() }
  }

  private static func openWayland(_ onNotice: @escaping @Sendable (String) -> Void) async throws -> Desktop {
    let accessibility = try await Accessibility.connect()
    let input = WaylandInput(token: RestoreToken(directory: Locations.state)) {
      onNotice("Waiting until this desktop lets fazm-linux press keys: allow it in the dialog that it may show.")
    }
    return Desktop(
      windows: AccessibleWindows(accessibility), accessibility: accessibility, input: input,
      launcher: DesktopEntries())
  }

  /// The window that `--window` or `--app` names, else the one that has the focus.
  static func window(on desktop: Desktop, id: String?, program: String?) async throws -> Window {
    if let id {
      guard let number = number(id) else {
        throw Failure(.usage, "--window takes a number such as 0x1400003. See fazm-linux windows.")
      }
      guard let window = await desktop.windows.window(number) else {
        throw Failure(.unknownWindow, "There is no window \(id). See fazm-linux windows.")
      }
      return window
    }
    if let program {
      let windows = await desktop.windows.windows()
      let wanted = program.lowercased()
      guard
        let window = windows.first(where: { $0.program.lowercased() == wanted })
          ?? windows.first(where: { $0.program.lowercased().contains(wanted) })
          ?? windows.first(where: { $0.title.lowercased().contains(wanted) })
      else {
        let open = Set(windows.map(\.program)).sorted().joined(separator: ", ")
        throw Failure(
          .unknownWindow, "No window of \"\(program)\" is open; there is \(open.isEmpty ? "none" : open).")
      }
      return window
    }
    guard let window = await focusedWindow(on: desktop) else {
      throw Failure(.nothingFocused, "No window has the focus: click one, or name it with --app or --window.")
    }
    return window
  }

  /// Whoever types a request into a terminal means the window below it.
  private static func focusedWindow(on desktop: Desktop) async -> Window? {
    guard let active = await desktop.windows.activeWindow() else { return nil }
    guard OwnTerminal.isShown(by: active.pid) else { return active }
    return await desktop.windows.windows().first { !OwnTerminal.isShown(by: $0.pid) } ?? active
  }

  private static func number(_ text: String) -> UInt32? {
    text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
  }
}
