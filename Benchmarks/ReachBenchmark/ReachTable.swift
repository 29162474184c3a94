import Foundation
import Outline

/// How many of the recorded requests find what they need in the outline, and how many after one more step.
package struct ReachTable: Sendable {
  package struct Row: Sendable {
    package var pair: Pair
    package var outcome: Outcome
  }

  package let rows: [Row]

  /// Reads the pairs and the snapshots, throws where one is not readable, and tries each pair at `budget` tokens.
  package init(pairs: URL, fixtures: URL, budget: Int = 200) throws {
    let pairs = try JSONDecoder().decode([Pair].self, from: Data(contentsOf: pairs))
    var snapshots: [String: Snapshot] = [:]
    rows = try pairs.map { pair in
      let snapshot = try snapshots[pair.fixture] ?? Self.snapshot(pair.fixture, in: fixtures)
      snapshots[pair.fixture] = snapshot
      let target = Target(pair, in: snapshot)
      guard !target.places.isEmpty else { throw UnknownTarget(pair: pair) }
      return Row(
        pair: pair, outcome: Reader(snapshot: snapshot, target: target).outcome(for: pair.request, budget: budget))
    }
  }

  private static func snapshot(_ name: String, in folder: URL) throws -> Snapshot {
    try JSONDecoder().decode(Snapshot.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
  }

  /// How many of a hundred pairs `isTrue` of.
  package func percent(_ isTrue: (Outcome) -> Bool) -> Double {
    rows.isEmpty ? 0 : Double(rows.filter { isTrue($0.outcome) }.count) * 100 / Double(rows.count)
  }

  package var misses: [Row] { rows.filter { !$0.outcome.isReached } }

  /// A line for each program, the sums, and what was missed.
  package var text: String {
    let programs = Dictionary(grouping: rows) { $0.pair.fixture }.sorted { $0.key < $1.key }
    var lines = [line("window", "pairs", "outline", "find", "expand", "one step")]
    for (name, rows) in programs { lines.append(line(name, rows)) }
    lines.append(line("all", rows))
    func share(_ isTrue: (Outcome) -> Bool) -> String { String(format: "%.1f %%", percent(isTrue)) }
    lines.append(
      "in the outline \(share(\.isInOutline)) (goal 70 %), after one step \(share(\.isReached)) (goal 99 %)")
    lines += misses.map { "missed in \($0.pair.fixture): \($0.pair.request) (\($0.pair.role) \($0.pair.name))" }
    return lines.joined(separator: "\n")
  }

  private func line(_ name: String, _ rows: [Row]) -> String {
    func count(_ isTrue: (Outcome) -> Bool) -> String { "\(rows.filter { isTrue($0.outcome) }.count)" }
    return line(
      name, "\(rows.count)", count(\.isInOutline), count(\.isFound), count(\.isExpanded), count(\.isReached))
  }

  private func line(_ name: String, _ columns: String...) -> String {
    name.padding(toLength: 26, withPad: " ", startingAt: 0)
      + columns.map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }.joined()
  }
}

/// A pair whose accessible is not in its snapshot.
struct UnknownTarget: Error, CustomStringConvertible {
  var pair: Pair

  var description: String {
    "There is no \(pair.role) \"\(pair.name)\" in \(pair.fixture), which \"\(pair.request)\" needs; mend the pair."
  }
}
