import Foundation
import TestSupport

/// The public Claude tokenizer, where `FAZM_TOKENIZER_PYTHON` names a Python that has the PyPI packages
/// anthropic==0.34.2 and tokenizers.
enum PublicTokenizer {
  /// The tokens of each text; empty where there is no such Python.
  static func tokens(in texts: [String]) async throws -> [Int] {
    let environment = ProcessInfo.processInfo.environment
    guard let python = environment["FAZM_TOKENIZER_PYTHON"] else { return [] }
    let script = Repository.root.appending(path: "Tests/OutlineTests/count-tokens")
    let run = try await ProgramRun.of(
      URL(filePath: python), [script.path], environment: environment,
      input: String(decoding: try JSONEncoder().encode(texts), as: UTF8.self))
    guard run.exitCode == 0 else { throw HarnessError.failed(run.errors) }
    return try JSONDecoder().decode([Counted].self, from: Data(run.output.utf8)).map(\.tokens)
  }

  private struct Counted: Decodable {
    var tokens: Int
  }
}
