import Agent
import Foundation
import Model
import Outline

/// Shows a task to a person: a line a turn, and what it costs.
struct TerminalWatcher: TerminalPerson {
  func see(_ event: TaskEvent) {
    switch event {
    case .started(let start): begin(start)
    case .waiting(let what, let most):
      let cost = most.map { ", at most \($0.short)" } ?? ""
      if Output.isTerminal { Output.text("\(Self.erasedLine)\(what)\(cost)…\r") }
    case .switched(let identity): show("from here on: " + payer(identity))
    case .notice(let text): show(text)
    case .movedUp(let move): show(move.sentence)
    case .warning(let warning): show(warning.sentence)
    case .turn(let report): show(line(for: report))
    case .outline(let text): show(text)
    case .plan(let steps): steps.forEach { show(Self.line(for: $0)) }
    case .ended(let end): finish(end)
    }
  }

  private func show(_ line: String) {
    if Output.isTerminal { Output.text(Self.erasedLine) }
    Output.line(line)
  }

  private static let erasedLine = "\u{1B}[2K\r"

  private func begin(_ start: TaskStart) {
    let age = start.daysOfOldPrice.map { "; its prices are \($0) days old and may have changed" } ?? ""
    show(payer(start.identity) + age)
    if let past = start.past {
      let turns = past.turns == 1 ? "1 turn" : "\(past.turns) turns"
      show(
        "goes on with \"\(start.request)\" after \(turns), "
          + total(past.cost.known, past.cost.unknown > 0, atMost: past.mostCost))
    }
    show("on \"\(start.window.title)\" (\(start.window.program))")
  }

  private func payer(_ identity: ModelIdentity) -> String {
    "\(identity.mode.rawValue), \(identity.model): draws from \(identity.meter)"
  }

  private func line(for report: TurnReport) -> String {
    var parts = ["turn \(report.number)", actions(report), "in \(tokens(report.usage.totalInput))"]
    if let cached = report.usage.cacheRead, cached > 0 { parts[2] += " (\(cached) cached)" }
    parts[2] += " out \(tokens(report.usage.output))"
    parts.append("Δ \(report.delta)")
    parts.append("total " + total(report.total, report.isTotalIncomplete, atMost: report.totalAtMost))
    parts += left(report)
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `click b9: push button "Delete", by action, asks first`.
  static func line(for plan: StepPlan) -> String {
    if let refusal = plan.refusal { return "\(plan.command): refused, \(refusal.sentence)" }
    let target = plan.target.map {
      $0.name.isEmpty ? $0.role.rawValue : "\($0.role.rawValue) \(Outliner.quoted($0.name))"
    }
    let parts = [target, plan.route.map { "by \($0.rawValue)" }, plan.isConfirmed ? "asks first" : nil]
      .compactMap(\.self)
    return parts.isEmpty ? "\(plan.command)" : "\(plan.command): \(parts.joined(separator: ", "))"
  }

  private func actions(_ report: TurnReport) -> String {
    if report.repair != nil { return "the reply could not be used; asked again" }
    var words = report.steps.map { step in
      switch step.effect {
      case .confirmed, .changed: "\(step.command)"
      case .nothing: "\(step.command) (nothing changed)"
      case .refused(.stopped): "\(step.command) (stopped)"
      case .refused(let error): "\(step.command) (not done: \(error.sentence))"
      }
    }
    if report.notRun > 0 { words.append("\(report.notRun) not run") }
    return words.isEmpty ? "an answer" : shortened(words)
  }

  /// So that a turn stays a line: the first commands, and how many more there were.
  private func shortened(_ words: [String]) -> String {
    var shown: [String] = []
    for word in words {
      guard shown.isEmpty || (shown + [word]).joined(separator: " · ").count <= Self.longestActions else {
        return shown.joined(separator: " · ") + " · and \(words.count - shown.count) more"
      }
      shown.append(word)
    }
    return shown.joined(separator: " · ")
  }

  private static let longestActions = 100

  private func left(_ report: TurnReport) -> [String] {
    var parts: [String] = []
    if let limit = report.limits.money { parts.append("left \(limit - (report.totalAtMost ?? report.total))") }
    if let limit = report.limits.tokens { parts.append("left \(limit - report.tokens) tokens") }
    if report.images > 0 { parts.append("image \(report.images)/\(report.limits.images)") }
    return parts
  }

  private func tokens(_ count: Int?) -> String {
    count.map(String.init) ?? "?"
  }

  /// "$0.00031", or "at least $0.00031, at most $0.0024".
  private func total(_ total: NanoDollars, _ isIncomplete: Bool, atMost most: NanoDollars?) -> String {
    isIncomplete ? "at least \(total)" + (most.map { ", at most \($0)" } ?? "") : "\(total)"
  }

  private func finish(_ end: TaskEnd) {
    let isDone = end.outcome.exitCode == .done
    if isDone { show(end.sentence) } else { Output.error("fazm-linux: \(end.sentence)") }
    let total = total(end.total, end.isTotalIncomplete, atMost: end.totalAtMost)
    show("\(end.turns) \(end.turns == 1 ? "turn" : "turns"), \(end.tokens) tokens, \(total)")
  }
}
