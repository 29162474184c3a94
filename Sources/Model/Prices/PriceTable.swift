import Foundation

/// What each model costs, on a date. A model that is not in it has no price: never a neighbour's, never zero.
package struct PriceTable: Sendable, Hashable {
  /// Which table a cost was computed with, for the record.
  package let version: String
  /// The day the prices were last compared with their sources, as YYYY-MM-DD.
  package let date: String
  /// Short names for people, and the ids they stand for.
  package let aliases: [String: String]
  package let models: [String: PricedModel]
  /// The days of the prices that a person's own file gives, by model.
  private let ownDates: [String: String]

  /// The prices this program was built with, and over them those of a person's own file, where there is one: its
  /// models and aliases replace whole rows and add others.
  package static func load(own file: URL? = nil) throws(PriceTableError) -> PriceTable {
    let builtIn = try PriceTable(json: Data(PackageResources.prices_json), name: "prices.json")
    guard let file, FileManager.default.fileExists(atPath: file.path) else { return builtIn }
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw .unreadable(path: file.path)
    }
    return builtIn.overlaid(with: try PriceTable(json: data, name: file.path))
  }

  /// Reads the format of `prices.json`; `name` says in an error which file it is.
  package init(json: Data, name: String) throws(PriceTableError) {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: json)
    } catch {
      throw .malformed(path: name, reason: PriceTableError.reason(for: error))
    }
    self.init(version: file.version, date: file.date, aliases: file.aliases ?? [:], models: file.models, ownDates: [:])
    for (id, model) in models {
      let price = model.price
      let long = model.longPrompt?.price ?? price
      let amounts = [price, long].flatMap { [$0.input, $0.cacheRead, $0.cacheWrite5m, $0.cacheWrite1h, $0.output] }
      guard amounts.allSatisfy({ $0 >= .zero }) else {
        throw .malformed(path: name, reason: "\(id) has a price below 0")
      }
    }
  }

  private init(
    version: String, date: String, aliases: [String: String], models: [String: PricedModel],
    ownDates: [String: String]
  ) {
    self.version = version
    self.date = date
    self.aliases = aliases
    self.models = models
    self.ownDates = ownDates
  }

  /// The id that a name stands for: "haiku", or the id itself.
  package func id(_ name: String) -> String { aliases[name] ?? name }

  /// The row of a model, by alias or id; the id may have a snapshot's date at its end.
  package subscript(name: String) -> PricedModel? {
    let id = id(name)
    if let model = models[id] { return model }
    guard let dash = id.lastIndex(of: "-") else { return nil }
    let date = id[id.index(after: dash)...]
    return date.utf8.count == 8 && date.utf8.allSatisfy { (48...57).contains($0) } ? models[String(id[..<dash])] : nil
  }

  /// The day of a model's price, as YYYY-MM-DD.
  package func date(of model: String) -> String { ownDates[id(model)] ?? date }

  /// The models whose prices come from the person's own file, sorted.
  package var ownModels: [String] { ownDates.keys.sorted() }

  /// The models that a task may be given to one after the other, the cheapest first: those behind the usual short
  /// names.
  package var ladder: [String] {
    ["haiku", "sonnet", "opus"].map(id).compactMap { id in
      estimate(inputTokens: 1000, maxOutput: 100, model: id).map { (id, $0) }
    }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private func overlaid(with own: PriceTable) -> PriceTable {
    PriceTable(
      version: "\(version), \(own.version)", date: date,
      aliases: aliases.merging(own.aliases) { _, own in own }, models: models.merging(own.models) { _, own in own },
      ownDates: own.models.mapValues { _ in own.date })
  }

  private struct File: Decodable {
    var version: String
    var date: String
    var aliases: [String: String]?
    var models: [String: PricedModel]
  }
}
