import Foundation

@testable import Outline

/// Recorded snapshots of real programs.
enum Fixtures {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// The names of all recorded snapshots.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func snapshot(_ name: String) throws -> Snapshot {
    try JSONDecoder().decode(Snapshot.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
  }
}
