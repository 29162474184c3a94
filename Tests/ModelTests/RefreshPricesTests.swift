import Foundation
import TestSupport
import Testing

/// The script that compares the price table with LiteLLM's, without a network.
@Suite struct RefreshPricesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func check(_ name: String, input: String, extra: String = "") async throws -> ProgramRun {
    let row = """
      {"\(name)": {"litellm_provider": "anthropic", "input_cost_per_token": \(input),
        "cache_read_input_token_cost": 2e-07, "cache_creation_input_token_cost": 5e-06,
        "cache_creation_input_token_cost_above_1hr": 8e-06, "output_cost_per_token": 2e-05,
        "prompt_cache_min_tokens": 512, "source": "https://example.com" \(extra)}}
      """
    try folder.add("theirs.json", content: row)
    return try await ProgramRun.of(
      Repository.script("refresh-prices"), ["--check", "--from", folder.url.appending(path: "theirs.json").path],
      environment: ProcessInfo.processInfo.environment)
  }

  @Test func samePricesAreCurrentAndUnknownModelsAreKept() async throws {
    let run = try await check("claude-opus-5-5", input: "4e-06")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("claude-haiku-5-5: not in litellm theirs.json, kept as it is"))
    #expect(run.output.contains("is current"))
  }

  @Test func changedPriceIsStaleAndNamed() async throws {
    let run = try await check("claude-opus-5-5", input: "0.0000045")
    #expect(run.exitCode == 1)
    #expect(run.output.contains("claude-opus-5-5: price: {\"input\": 4000,"))
    #expect(run.output.contains("-> {\"input\": 4500,"))
  }

  @Test func newModelIsStale() async throws {
    let run = try await check("claude-opus-9", input: "4e-06")
    #expect(run.exitCode == 1)
    #expect(run.output.contains("claude-opus-9: new"))
  }

  @Test(arguments: [
    ("claude-opus-9", ", \"deprecation_date\": \"2020-01-01\""), ("claude-opus-9-20300101", ""), ("gpt", ""),
  ])
  func retiredDatedOrForeignModelIsLeftOut(name: String, extra: String) async throws {
    #expect(try await check(name, input: "4e-06", extra: extra).exitCode == 0)
  }

  @Test func fractionOfANanoDollarIsRefused() async throws {
    let run = try await check("claude-opus-5-5", input: "4.0001e-10")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("no whole number of nano-dollars"))
  }
}
