import Accessibility
import Foundation
import Screen

// Answers each line of its input with one line of JSON, so that a benchmark can take turns with other readers:
// `windows` lists the windows of the desktop, `snapshot ID [MILLISECONDS]` takes and times one snapshot, which may
// take that long.

let screen = try Screen.connect()
let timer = SnapshotTimer(screen: screen, accessibility: try await Accessibility.connect())

while let line = readLine() {
  let words = line.split(separator: " ")
  if words == ["windows"] {
    try answer(await screen.windows())
  } else if words.first == "snapshot", words.count > 1, let id = UInt32(words[1]) {
    let limit = words.count > 2 ? Int(words[2]) : nil
    try answer(await timer.reading(of: id, limit: .milliseconds(limit ?? 5000)))
  } else {
    try answer(Reading(error: "there is no command \"\(line)\""))
  }
}

func answer(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  try FileHandle.standardOutput.write(contentsOf: encoder.encode(value) + Data("\n".utf8))
}
