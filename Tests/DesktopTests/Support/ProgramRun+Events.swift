import Foundation
import TestSupport

extension ProgramRun {
  /// What `--json` printed, in order.
  var events: [JSON] {
    get throws {
      try output.split(separator: "\n").map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
    }
  }
}
