import Foundation
import TestSupport
import Testing

@testable import Model

/// A person's own price file.
@Suite struct OwnPricesTests {
  private let folder: TemporaryFolder
  private var file: URL { folder.url.appending(path: "prices.json") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func load(_ json: String) throws -> PriceTable {
    try folder.add("prices.json", content: json)
    return try PriceTable.load(own: file)
  }

  @Test func ownRowsReplaceAndAddOthersStay() throws {
    let table = try load(
      """
      {"version": "mine", "date": "2026-11-01", "aliases": {"local": "qwen3"}, "models": {
        "qwen3": {"price": {"input": 0, "cacheRead": 0, "cacheWrite5m": 0, "cacheWrite1h": 0, "output": 0}},
        "claude-opus-5": {"price": {"input": 7, "cacheRead": 6, "cacheWrite5m": 5, "cacheWrite1h": 4, "output": 3}}
      }}
      """)
    #expect(table.version.hasSuffix(", mine"))
    #expect(table["claude-opus-5"]?.price.input.rawValue == 7)
    #expect(table["claude-opus-5"]?.effort == nil)
    #expect(table["haiku"]?.price.input.rawValue == 100)
    // What is free needs no counter.
    #expect(table.cost(of: Usage(input: 5, output: 5), model: "local") == .computed(.zero))
  }

  @Test func agesAreOfTheTableThatAPriceComesFrom() throws {
    let table = try load(
      """
      {"version": "mine", "date": "2026-09-21", "models": {
        "claude-opus-5": {"price": {"input": 7, "cacheRead": 6, "cacheWrite5m": 5, "cacheWrite1h": 4, "output": 3}}
      }}
      """)
    #expect(table.ownModels == ["claude-opus-5"])
    #expect(table.date(of: "claude-opus-5") == "2026-09-21")
    #expect(table.date(of: "haiku") == table.date)
    let day = try Date("2026-11-20T23:00:00Z", strategy: .iso8601)
    #expect(table.days(of: "claude-opus-5", on: day) == 60)
    #expect(table.daysTooOld(of: "claude-opus-5", on: day) == nil)
    #expect(table.tooOld(on: day).isEmpty)
    #expect(table.daysTooOld(of: "claude-opus-5", on: day + 86_400) == 61)
    #expect(table.tooOld(on: day + 86_400) == ["claude-opus-5"])
    #expect(table.days(of: "mystery", on: day) == nil)
  }

  @Test func tableWithoutADayHasNoAge() throws {
    let table = try load(#"{"version": "mine", "date": "soon", "models": {"m": {"price":\#(Self.free)}}}"#)
    #expect(table.days(of: "m") == nil)
    #expect(!table.tooOld(on: .distantFuture).contains("m"))
  }

  private static let free = #"{"input":0,"cacheRead":0,"cacheWrite5m":0,"cacheWrite1h":0,"output":0}"#

  @Test func noFileMeansTheBuiltInPrices() throws {
    #expect(try PriceTable.load(own: file) == PriceTable.load())
  }

  @Test(arguments: [
    ("prices: none", "it is not JSON"), (#"{"date": "d", "models": {}}"#, "version is missing"),
    (
      #"{"version": "v", "date": "d", "models": {"m": {"price": {"input": 1}}}}"#,
      "models › m › price › cacheRead is missing"
    ),
    (
      #"{"version": "v", "date": "d", "models": {"m": {"price": {"input": "1"}}}}"#,
      "models › m › price › input is of the wrong kind"
    ),
    (
      #"{"version": "v", "date": "d", "models": {"m": {"price":{"input":-1,"cacheRead":0,"cacheWrite5m":0,"cacheWrite1h":0,"output":0}}}}"#,
      "m has a price below 0"
    ),
  ])
  func errorNamesThePlace(json: String, reason: String) throws {
    let error = #expect(throws: PriceTableError.self) { try load(json) }
    #expect(error?.description.contains(reason) == true)
    #expect(error?.description.contains(file.path) == true)
  }

  @Test func unreadableFileIsAnError() throws {
    let folderInItsPlace = folder.url
    #expect(throws: PriceTableError.unreadable(path: folderInItsPlace.path)) {
      try PriceTable.load(own: folderInItsPlace)
    }
  }
}
