// Prints how much of what people ask for is in the first outline, and how much after one step.

import Foundation

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
do {
  let table = try ReachTable(
    pairs: root.appending(path: "Benchmarks/ReachBenchmark/pairs.json"),
    fixtures: root.appending(path: "Tests/OutlineTests/Fixtures"))
  print(table.text)
} catch {
  FileHandle.standardError.write(Data("reach: \(error)\n".utf8))
  exit(1)
}
