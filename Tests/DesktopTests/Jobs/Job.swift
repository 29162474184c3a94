import Foundation
import TestSupport
import Testing

/// A whole job in a real program: a request, and what a model answers to each outline that it is shown.
///
/// Tests look at what came of it where a person would: on the disk, or in the page's own record.
struct Job {
  let request: String
  /// The model's replies, a turn each. The last one says that all is done.
  let replies: [String]

  /// Opens the program's window and has the job done in it, as soon as it shows `sign`.
  func run(
    in title: String, of program: String, _ arguments: [String] = [], showing sign: String, on desktop: Desktop,
    at location: SourceLocation = #_sourceLocation
  ) async throws {
    let bench = try TaskBench(replies.map { .reply($0) }, on: desktop)
    try desktop.launch(program, arguments)
    try await desktop.waitForFocus(title, within: .seconds(120))
    try await desktop.waitUntil("“\(sign)” in the outline of “\(title)”", within: .seconds(120)) {
      try await desktop.fazmLinux("tree", "--full").output.contains(sign)
    }
    let run = try await bench.run(request)
    let told = try bench.server.requests().map(\.lastMessage).joined(separator: "\n")
    #expect(run.exitCode == 0, "\(run.output)\(run.errors)\n\(told)", sourceLocation: location)
    #expect(try bench.requestCount() == replies.count, "\(run.output)\n\(told)", sourceLocation: location)
    for words in ["not done", "not run"] {
      #expect(!run.output.contains(words), "\(run.output)\n\(told)", sourceLocation: location)
    }
  }
}
