import Foundation
import Model
import TestSupport
import Testing

@testable import Ledger

@Suite struct ReportTests {
  private let utc = TimeZone.gmt

  @Test(arguments: GroupsReport.Key.allCases)
  func groups(by key: GroupsReport.Key) throws {
    let report = GroupsReport(Example.turns, by: key, in: utc)
    expectGolden(report.table.rendered(), "groups-\(key).txt")
    expectGolden(try report.json(), "groups-\(key).json")
    expectGolden(try report.csv(), "groups-\(key).csv")
    #expect(report.groups.reduce(into: Total()) { $0 += $1.total } == report.total)
  }

  @Test func tasksAsATable() {
    expectGolden(TasksReport(Example.tasks, in: utc).table.rendered(), "tasks.txt")
  }

  @Test func tasksAsJSON() throws {
    expectGolden(try TasksReport(Example.tasks, in: utc).json(), "tasks.json")
  }

  @Test func turnsAsATable() {
    expectGolden(TurnsReport(Example.turns, in: utc).table.rendered(), "turns.txt")
  }

  @Test func turnsAsAWideTable() {
    expectGolden(TurnsReport(Example.turns, in: utc).table.rendered(width: 140), "turns-wide.txt")
  }

  @Test func turnsAsJSON() throws {
    expectGolden(try TurnsReport(Example.turns, in: utc).json(), "turns.json")
  }

  @Test func nothingYet() throws {
    expectGolden(GroupsReport([], by: .day, in: utc).table.rendered(), "groups-empty.txt")
    expectGolden(try GroupsReport([], by: .day, in: utc).json(), "groups-empty.json")
  }

  /// Eighty is what a terminal has at least; sixty is half a screen.
  @Test(arguments: [60, 72, 80, 100, 140])
  func everyTableFits(width: Int) {
    let groups = GroupsReport.Key.allCases.map { GroupsReport(Example.turns, by: $0, in: utc).table }
    for table in groups + [TasksReport(Example.tasks, in: utc).table, TurnsReport(Example.turns, in: utc).table] {
      let lines = table.rendered(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(lines.joined(separator: "\n"))")
    }
  }

  @Test func listsAsCSV() throws {
    expectGolden(try TasksReport(Example.tasks, in: utc).csv(), "tasks.csv")
    expectGolden(try TurnsReport(Example.turns, in: utc).csv(), "turns.csv")
  }

  /// A turn that failed has no snapshot, and belongs to the model all the same.
  @Test func snapshotsOfAModelAreOne() throws {
    var turns = Array(Example.turns.prefix(3))
    turns[0].resolvedModel = "claude-haiku-5-5-20260901"
    turns[1].resolvedModel = "claude-haiku-5-5-2026090"
    let report = GroupsReport(turns, by: .model, in: utc)
    #expect(report.groups.map(\.name) == ["claude-haiku-5-5", "claude-haiku-5-5-2026090"])
    #expect(report.groups.map(\.total.turns) == [2, 1])
    #expect(report.groups.flatMap(\.models).map(\.name) == report.groups.map(\.name))
  }

  @Test func csvRunsNoFormula() throws {
    var turn = try #require(Example.turns.first)
    turn.program = "=HYPERLINK(\"http://x\",\"y\")"
    let csv = try GroupsReport([turn], by: .program, in: utc).csv()
    #expect(csv.contains(#""'=HYPERLINK(""http://x"",""y"")""#))
  }

  @Test func theTimeZoneDecidesTheDay() throws {
    let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
    func days(_ zone: TimeZone) -> [String?] { GroupsReport(Example.turns, by: .day, in: zone).groups.map(\.name) }
    #expect(days(utc) == ["2026-11-12", "2026-11-13"])
    #expect(days(tokyo) == ["2026-11-12", "2026-11-14"])
  }

  @Test func dollarsAreExactDecimals() {
    #expect(NanoDollars(rawValue: 81_305).dollars.description == "0.000081305")
    #expect(NanoDollars(rawValue: -1).dollars.description == "-0.000000001")
    #expect(NanoDollars(rawValue: .max).dollars.description == "9223372036.854775807")
  }

  @Test func setsThousandsApart() {
    #expect([0, 999, 1000, 1_234_567, -1234].map { Cell.number($0) } == ["0", "999", "1,000", "1,234,567", "-1,234"])
  }
}
