import Foundation
import Testing

@testable import Outline
@testable import ReachBenchmark

/// What people ask for in recorded windows is in the outline, or one step away.
@Suite struct ReachTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private func table(budget: Int = 200) throws -> ReachTable {
    let root = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
    return try ReachTable(
      pairs: root.appending(path: "Benchmarks/ReachBenchmark/pairs.json"),
      fixtures: Self.folder.appending(path: "Fixtures"), budget: budget)
  }

  @Test func holdsItsGoals() throws {
    let table = try table()
    #expect(table.rows.count >= 150)
    #expect(table.percent(\.isInOutline) >= 90, "\(table.text)")
    #expect(table.percent(\.isReached) >= 99, "\(table.text)")
  }

  @Test func everyOutlineHoldsTheBudget() throws {
    for row in try table(budget: 120).rows {
      #expect(row.outcome.tokens <= 120, "\(row.pair.fixture): \(row.pair.request)")
    }
  }

  @Test func tellsWhatIsNotThere() throws {
    var pair = Pair(fixture: "test", request: "press it", role: "push button", name: "Go")
    let snapshot = Snapshot.window([Widget(.pushButton, "Go"), Widget(.checkBox, "Stop")])
    #expect(Target(pair, in: snapshot).places.count == 1)
    pair.role = "check box"
    #expect(Target(pair, in: snapshot).places.isEmpty)
    pair = Pair(fixture: "test", request: "press it", role: "push button", name: "Go", within: "Elsewhere")
    #expect(Target(pair, in: snapshot).places.isEmpty)
  }

  @Test func aRefInQuotesIsNoRef() {
    let snapshot = Snapshot.window((0..<40).map { Widget(.pushButton, "Tool b\($0)") } + [Widget(.pushButton, "Go")])
    let target = Target(Pair(fixture: "", request: "", role: "push button", name: "Tool b39"), in: snapshot)
    let outcome = Reader(snapshot: snapshot, target: target).outcome(for: "unrelated", budget: 60)
    #expect(!outcome.isInOutline && !outcome.isFound)
  }

  @Test func theContentWordsOfARequestAreThoseThatSayWhatItIsAbout() {
    #expect(Reader.contentWords(of: "Please make the title bold, it's mine") == ["make", "title", "bold", "mine"])
  }
}
