import Foundation
import Ledger
import Model
import Settings

/// Shows the price table.
struct PricesCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux prices",
    summary: "Shows what each model costs, in dollars per million tokens, and the date of the table.",
    options: [Option("json", "As JSON, in nano-dollars per token, as prices.json has it")],
    details: """
      Your own prices in ~/.config/fazm-linux/prices.json (unless XDG_CONFIG_HOME says otherwise) win over the \
      built-in table. It has the form of --json, with its own date. Prices that are older than \(PriceTable.mostDays) days are marked, \
      here and where a task begins.
      """)

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let prices = try PriceTable.load(own: URL(fileURLWithPath: Locations.prices))
    if arguments.flags.contains("json") {
      try Output.json(
        PricesJSON(
          version: prices.version, date: prices.date, own: prices.ownModels, tooOld: prices.tooOld(),
          models: prices.models))
      return .done
    }
    let rows = prices.models.sorted { $0.key < $1.key }.flatMap { id, model in
      let long = model.longPrompt.map { ["  above \($0.above) tokens"] + cells($0.price) }
      let mark = prices.daysTooOld(of: id) == nil ? "" : " (old)"
      return [[id + mark] + cells(model.price)] + (long.map { [$0] } ?? [])
    }
    let columns = ["Model", "Input", "Cache Read", "Cache Write 5m", "Cache Write 1h", "Output"].enumerated().map {
      Table.Column($0.element, $0.offset == 0 ? .left : .right)
    }
    Output.text(Table(columns: columns, rows: rows, notes: notes(prices)).rendered())
    return .done
  }

  private static func notes(_ prices: PriceTable) -> [String] {
    var notes = ["USD per million tokens, \(prices.date)"]
    if let first = prices.ownModels.first {
      notes.append("Yours, \(prices.date(of: first)): \(prices.ownModels.joined(separator: ", "))")
    }
    if !prices.tooOld().isEmpty {
      notes.append(
        "(old): more than \(PriceTable.mostDays) days, so it may have changed. Renew the table with a newer fazm-linux or Scripts/refresh-prices, or your own in \(Locations.prices)."
      )
    }
    return notes
  }

  /// A price in dollars per million tokens: a thousandth of it in nano-dollars per token.
  private static func cells(_ price: Price) -> [String] {
    [price.input, price.cacheRead, price.cacheWrite5m, price.cacheWrite1h, price.output].map {
      NanoDollars(rawValue: $0.rawValue * 1_000_000).description
    }
  }
}

private struct PricesJSON: Encodable {
  var version: String
  var date: String
  /// The models whose prices are the person's own, and those whose prices may have changed.
  var own: [String]
  var tooOld: [String]
  var models: [String: PricedModel]
}
