import Foundation
import Model

/// A task as one page of HTML that needs nothing else: no script, no font, no picture from anywhere.
struct TaskPage {
  let report: TaskReport

  var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(HTML.text(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    \(HTML.element("h1", title))
    \(report.heading.dropFirst().map { HTML.element("p", $0, class: "place") }.joined(separator: "\n"))
    <dl class="tiles">
    \(tiles.map { "<div>\(HTML.element("dt", $0))\(HTML.element("dd", $1))</div>" }.joined(separator: "\n"))
    </dl>
    \(TaskChart(report).html)
    <div class="scroll">
    <table>
    \(rows.joined(separator: "\n"))
    </table>
    </div>
    \(report.notes.map { HTML.element("p", $0, class: "note") }.joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private var title: String { report.task.request ?? "Task \(report.task.id)" }

  private var tiles: [(String, String)] {
    let total = report.total
    let pictures = total.images > 0 ? [("Pictures", Cell.number(total.images))] : []
    return [
      ("Cost", total.cost.exactShort), ("Turns", Cell.number(total.turns)), ("Tokens", Cell.number(total.tokens)),
    ] + pictures
  }

  private var rows: [String] {
    let heads = ["Turn", "Commands", "Input", "Output", "Thinking", "Cache create", "Cache read", "Pictures"]
    let head = (heads + ["Delta (USD)", "Total (USD)"]).map { HTML.element("th", $0) }.joined()
    return ["<thead><tr>\(head)</tr></thead>", "<tbody>"] + report.turns.map(row) + ["</tbody>"]
  }

  private func row(_ turn: TaskReport.Turn) -> String {
    let usage = turn.record.usage
    let tokens = [usage.input, usage.output, usage.thinking, usage.cacheWrite, usage.cacheRead].map { Cell.number($0) }
    let pictures = turn.record.images == 0 ? "" : picture(turn)
    let money = [turn.record.cost.description, turn.record.taskCostAfter.exactShort]
    let numbers = (tokens + [pictures] + money).map { HTML.element("td", $0) }.joined()
    let about = [Cell.minute(turn.record.started, report.zone), turn.record.milliseconds.map { "\($0) ms" }]
    let time = HTML.text(about.compactMap(\.self).joined(separator: ", "))
    return "<tr id=\"turn-\(turn.record.number)\"><td title=\"\(time)\">\(turn.record.number)</td>"
      + "<td>\(commands(turn))</td>\(numbers)</tr>"
  }

  private func commands(_ turn: TaskReport.Turn) -> String {
    guard !turn.steps.isEmpty else { return HTML.element("span", turn.fate, class: "quiet") }
    let items = turn.steps.map { step in
      let way = [step.route, step.outcome].compactMap(\.self).joined(separator: ", ")
      return "<li>\(HTML.element("code", step.command)) \(HTML.element("span", way, class: "quiet"))</li>"
    }
    return "<ul>\(items.joined())</ul>"
  }

  private func picture(_ turn: TaskReport.Turn) -> String {
    let tokens = "≈\(Cell.number(turn.record.imageTokens)) tokens"
    return "\(turn.record.images) (\(turn.imageCost.map { "\(tokens), \($0.short)" } ?? tokens))"
  }
}

extension TaskReport {
  /// One page of HTML, for a browser or a mail.
  package var html: String { TaskPage(report: self).html }
}
