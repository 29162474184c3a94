import Foundation

/// Where things are in the working copy that the tests were built from.
package enum Repository {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func script(_ name: String) -> URL {
    root.appending(path: "Scripts/\(name)")
  }

  /// The program that was built together with the running tests.
  ///
  /// - Throws: `HarnessError.notBuilt`.
  package static func fazmLinux() throws -> URL {
    let bundle = URL(filePath: CommandLine.arguments[0])
    let program = bundle.deletingLastPathComponent().appending(path: "fazm-linux")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw HarnessError.notBuilt(program.path)
    }
    return program
  }
}
