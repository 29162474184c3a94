import Foundation
import Ledger
import Settings

/// Tells in one line what is being spent.
struct UsageStatusCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux usage status",
    summary: """
      Tells in one line what was spent today, what the task under way has cost, the pace by the hour, and what is left \
      of a declared balance or plan, for how long at this pace.
      """,
    options: [
      Option("format", value: "FORMAT", "For a bar: plain (the default), waybar, i3blocks or polybar"),
      Option("follow", "Print a line whenever it changes, until stopped"),
    ],
    details: """
      Waybar: {"custom/fazm": {"exec": "fazm-linux usage status --format waybar --follow", "return-type": "json"}}

      i3blocks, every minute: command=fazm-linux usage status --format i3blocks and interval=60; always up to date: \
      command=fazm-linux usage status --format i3blocks --follow with interval=persist and format=json.

      Polybar: type = custom/script, exec = fazm-linux usage status --format polybar --follow, tail = true

      The state is idle, running, low (a fifth is left) or empty: the class in Waybar, a colour in the others unless \
      NO_COLOR is set.
      """)

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let format = try format(arguments)
    let isColored = Locations.environment["NO_COLOR", default: ""].isEmpty
    let ledger = try Ledger()
    guard arguments.flags.contains("follow") else {
      Output.text(try format.text(of: try await ledger.status(), isColored: isColored))
      return .done
    }
    // Watching begins before the first look, so that nothing written in between is missed.
    let watch = try LedgerWatch(path: ledger.path)
    var last = ""
    while true {
      let status = try await ledger.status()
      let text = try format.text(of: status, isFollowed: true, isColored: isColored)
      if text != last { Output.text(text) }
      last = text
      await watch.wait(atMost: status.isMoving ? .seconds(30) : .seconds(600))
    }
  }

  private static func format(_ arguments: ParsedArguments) throws -> StatusFormat {
    guard let word = arguments.values["format"] else { return .plain }
    guard let format = StatusFormat(rawValue: word) else {
      throw Failure(.usage, "There is no format \"\(word)\": choose plain, waybar, i3blocks or polybar.")
    }
    return format
  }
}

extension UsageStatus {
  /// Whether the line changes by time alone: a pace that grows old, or a task whose process may vanish.
  fileprivate var isMoving: Bool { !lastHour.isEmpty || !running.isEmpty }
}
