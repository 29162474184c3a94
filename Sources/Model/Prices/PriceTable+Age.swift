import Foundation

extension PriceTable {
  /// Older prices than this, in days, may have changed, and are marked.
  package static let mostDays = 60

  /// How many days ago the price of a model was last compared with its source; nil where it has none, or its table no
  /// date.
  package func days(of model: String, on day: Date = .now) -> Int? {
    self[model] == nil ? nil : Self.days(since: date(of: model), on: day)
  }

  /// As ``days(of:on:)``, where the price is so old that it may have changed; else nil.
  package func daysTooOld(of model: String, on day: Date = .now) -> Int? {
    days(of: model, on: day).flatMap { $0 > Self.mostDays ? $0 : nil }
  }

  /// The models whose prices are too old, sorted.
  package func tooOld(on day: Date = .now) -> [String] {
    models.keys.filter { daysTooOld(of: $0, on: day) != nil }.sorted()
  }

  private static func days(since date: String, on day: Date) -> Int? {
    guard let start = try? Date(date, strategy: .iso8601.year().month().day()) else { return nil }
    return Int((day.timeIntervalSince(start) / 86_400).rounded(.down))
  }
}
