import Commands
import Foundation
import Model
import TestSupport
import Testing

@testable import Ledger

@Suite struct TaskReportTests {
  @Test func asText() {
    expectGolden(Self.report.text(width: 120), "task.txt")
    expectGolden(Self.report.text(width: 80), "task-narrow.txt")
  }

  @Test func asJSON() throws {
    expectGolden(try Self.report.json(), "task.json")
  }

  @Test func asPage() {
    expectGolden(Self.report.html, "task.html")
  }

  @Test func aTaskWithoutTurns() {
    let report = TaskReport(Self.task([]), [], steps: [:], in: .gmt) { _, _ in nil }
    expectGolden(report.text(width: 80), "task-empty.txt")
    #expect(report.html.contains("No turn was taken."))
  }

  @Test(arguments: [60, 72, 80, 100, 200])
  func fitsTheTerminal(width: Int) {
    let lines = Self.report.text(width: width).split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(lines.joined(separator: "\n"))")
  }

  @Test func deltasAddUpToTheTotal() {
    let sum = Self.report.turns.reduce(into: CostTotal()) { $0 += $1.record.cost }
    #expect(sum == Self.report.total.cost)
    #expect(Self.report.turns.last?.record.taskCostAfter == sum)
  }

  /// Neither a request nor a program's name can become markup, or load anything.
  @Test func aPageIsNothingButItself() {
    var task = Self.task(Example.turns)
    task.request = "</title><script src=//evil.example/x.js></script><img src=x onerror=alert(1)>\u{202E}"
    task.program = "\"><iframe src='//evil.example'>"
    let html = TaskReport(task, Example.turns, steps: [:], in: .gmt) { _, _ in nil }.html
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<iframe"))
    #expect(!html.contains("\u{202E}"))
    #expect(html.contains("&lt;script src=//evil.example/x.js&gt;"))
    #expect(html.contains("default-src 'none'"))
    for loader in ["<link", "@import", "url(", "xlink:href", "<object", "http-equiv=\"refresh\""] {
      #expect(!html.contains(loader))
    }
  }

  @Test(
    arguments: [
      (0, [0, 1]), (1, [0, 0.25, 0.5, 0.75, 1]), (5, [0, 2, 4, 6]), (12_345, [0, 5_000, 10_000, 15_000]),
      (100, [0, 25, 50, 75, 100]),
    ] as [(Double, [Double])])
  func scalesAreRound(_ most: Double, _ ticks: [Double]) {
    #expect(ChartPanel.ticks(upTo: most) == ticks)
  }

  @Test func everyScaleHoldsItsLargestValue() {
    for exponent in -3...12 {
      for factor in [1, 1.01, 2.4999, 3.7, 9.99] {
        let most = factor * pow(10, Double(exponent))
        let ticks = ChartPanel.ticks(upTo: most)
        #expect(ticks.count <= 7 && (ticks.last ?? 0) >= most * 0.999_999)
      }
    }
  }

  @Test(arguments: [
    (0.2, "0 s"), (42, "42 s"), (70, "1 min 10 s"), (3600, "1 h"), (7_500, "2 h 5 min"), (273_600, "3 d 4 h"),
    (-5, "0 s"),
  ])
  func durationsHaveTwoUnits(_ seconds: Double, _ text: String) {
    #expect(Cell.duration(seconds) == text)
  }

  @Test(arguments: [
    (10, "0 min"), (3379, "56 min"), (7_199, "119 min"), (7_200, "2 h"), (100_800, "28 h"), (1_036_800, "12 d"),
  ])
  func forecastsHaveOneUnit(_ seconds: Double, _ text: String) {
    #expect(Cell.roughly(seconds) == text)
  }

  private static let report = TaskReport(task(turns), turns, steps: steps, in: .gmt) { tokens, _ in
    NanoDollars(rawValue: Int64(tokens) * 100)
  }

  /// The turns of both examples as one task's, with a fourth that a client reported.
  private static let turns: [TurnRecord] = {
    var total = CostTotal()
    return Example.turns.enumerated().map { index, turn in
      var turn = turn
      turn.task = TaskID(Example.id(1))
      turn.number = index + 1
      total += turn.cost
      turn.taskCostAfter = total
      return turn
    }
  }()

  private static let steps: [TurnID: [Step]] = [
    turns[0].id: [
      Step(verb: "menu", ref: nil, route: "pointer", effect: "changed", reason: nil),
      Step(verb: "type", ref: "e5", route: "text", effect: "confirmed", reason: nil),
      Step(verb: "click", ref: "b12", route: nil, effect: "refused", reason: "out-of-sight"),
    ],
    turns[3].id: [Step(verb: "look", ref: "g2", route: nil, effect: "nothing", reason: nil)],
    turns[4].id: [Step(verb: "done", ref: nil, route: nil, effect: "confirmed", reason: nil)],
  ]

  private static func task(_ turns: [TurnRecord]) -> TaskRecord {
    var task = Example.tasks[0]
    task.request = "move <every> \"invoice\" & its copy"
    task.total = Total(turns)
    task.limits.budget = NanoDollars(rawValue: 2_000_000_000)
    return task
  }
}
