import Foundation
import Model

// What telling a long history in short saves: the same 60 turns with an ever longer history, and with one that is
// condensed. Tokens by the public tokenizer; dollars at the prices of the built-in table.

let turns = 60
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Tests/OutlineTests/Fixtures/Steps")
let prices = try PriceTable.load()

func row(_ cells: [String]) -> String {
  zip(cells, [18, 8, 10, 10, 10, 10, 8, 13, 7]).map { cell, width in
    cell + String(repeating: " ", count: max(1, width - cell.count))
  }.joined().trimmingCharacters(in: .whitespaces)
}

/// The lines of one model, with the history whole and in short.
func rows(_ histories: [(String, [LongTask.Exchange])], model: String, isCached: Bool) -> [String] {
  var whole: NanoDollars?
  return histories.map { name, exchanges in
    var cache = PromptCache(shortest: isCached ? prices[model]?.minCacheablePrefix : nil)
    let usages = exchanges.map { cache.usage(of: $0.request, answeredWith: $0.reply) }
    let cost = usages.compactMap { prices.cost(of: $0, model: model).amount }.reduce(.zero, +)
    func sum(_ counter: KeyPath<Usage, Int?>) -> String { "\(usages.reduce(0) { $0 + ($1[keyPath: counter] ?? 0) })" }
    let ratio = whole.map { String(format: "%.2f", Double(cost.rawValue) / Double($0.rawValue)) } ?? ""
    whole = whole ?? cost
    return row([
      model, isCached ? "yes" : "no", name, sum(\.input), sum(\.cacheRead), sum(\.cacheWrite5m), sum(\.output),
      cost.description, ratio,
    ])
  }
}

for (place, names) in [("one program", LongTask.oneProgram), ("from program to program", LongTask.manyPrograms)] {
  let task = try LongTask(fixtures: fixtures, names: names)
  let short = try task.exchanges(turns: turns, condensing: true)
  let histories = [("whole", try task.exchanges(turns: turns, condensing: false)), ("in short", short)]
  let times = zip(short, short.dropFirst()).count { $0.request.messages.count > $1.request.messages.count }
  print("\n\(turns) turns in \(place), condensed \(times) times, at prices of \(prices.date)")
  print(row(["model", "cache", "history", "uncached", "read", "written", "output", "dollars", "ratio"]))
  for model in prices.ladder {
    for isCached in [true, false] { print(rows(histories, model: model, isCached: isCached).joined(separator: "\n")) }
  }
}
