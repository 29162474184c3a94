import Foundation
import Testing

/// Compares `actual` with the file `Golden/name` beside the test's own file.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is written instead, and the test fails all the same, so that
/// no run can pass by recording what it ought to check.
package func expectGolden(
  _ actual: String, _ name: String, testFile: String = #filePath, at location: SourceLocation = #_sourceLocation
) {
  let file = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record(
        "Recorded Golden/\(name): look at it, and run again without RECORD_SNAPSHOTS.", sourceLocation: location)
    } catch {
      Issue.record(error, "Golden/\(name) could not be recorded.", sourceLocation: location)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record("There is no Golden/\(name): record it with RECORD_SNAPSHOTS=1.", sourceLocation: location)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  #expect(
    actual == expected, "\(firstDifference(actual, expected)) in Golden/\(name); RECORD_SNAPSHOTS=1 records anew.",
    sourceLocation: location)
}

private func firstDifference(_ actual: String, _ expected: String) -> String {
  let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(actual, expected).prefix { $0 == $1 }.count
  func text(_ lines: [Substring]) -> String { line < lines.count ? "\"\(lines[line])\"" : "nothing" }
  return "Line \(line + 1) is \(text(actual)) and not \(text(expected))"
}
