import Foundation
import Testing

/// Real programs to test with, where `Scripts/test-real-agents` has fetched them. They run only where there is no
/// network, so that nothing they do can reach anybody.
enum RealPrograms {
  /// The `claude` of Claude Code.
  static let claude = path("FAZM_REAL_CLAUDE")
  /// A Python that has the ACP agents of PyPI.
  static let python = path("FAZM_REAL_PYTHON")
  /// The example agent of the `agent-client-protocol` package.
  static let exampleAgent = path("FAZM_REAL_EXAMPLE_AGENT")

  private static func path(_ variable: String) -> String? {
    isCutOff ? ProcessInfo.processInfo.environment[variable] : nil
  }

  /// Whether this machine has no interface but the one to itself.
  private static let isCutOff: Bool = {
    guard let table = try? String(contentsOfFile: "/proc/self/net/dev", encoding: .utf8) else { return false }
    let interfaces = table.split(separator: "\n").dropFirst(2).compactMap {
      $0.split(separator: ":").first?.trimmingCharacters(in: .whitespaces)
    }
    return interfaces == ["lo"]
  }()
}
