import Outline
import Settings

/// Lists the windows that a task can be given to.
struct WindowsCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux windows",
    summary: "Lists the open windows, topmost first; the focused one is marked with *.",
    options: [Option("json", "As JSON: an array of {id, program, title, pid, focused, bounds}")])

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let system = try await DesktopConnection.windows()
    let active = await system.activeWindow()?.id
    let windows = await system.windows()
    if arguments.flags.contains("json") {
      try Output.json(windows.map { WindowJSON($0, isFocused: $0.id == active) })
    } else {
      for window in windows {
        let id = "0x" + String(window.id, radix: 16)
        Output.line("\(window.id == active ? "*" : " ") \(id)  \(window.program)  \(window.title)")
      }
    }
    return .done
  }
}

private struct WindowJSON: Encodable {
  var id: String
  var program: String
  var title: String
  var pid: Int32?
  var focused: Bool
  var bounds: [Int]

  init(_ window: Window, isFocused: Bool) {
    id = "0x" + String(window.id, radix: 16)
    program = window.program
    title = window.title
    pid = window.pid
    focused = isFocused
    bounds = [window.bounds.x, window.bounds.y, window.bounds.width, window.bounds.height]
  }
}
