import Foundation
import Ledger
import Model
import TestSupport
import Testing

@testable import FazmLinux

/// What status bars are told, and the money that a person declares.
@Suite struct MonitorTests {
  private let bench: UsageBench

  init() throws {
    bench = try UsageBench()
  }

  @Test func `every format`() async throws {
    try await bench.addTask()
    let line = "today $0.000047 · $0.000282/h"
    #expect(try await bench.run("status").output == "\(line)\n")
    #expect(try await bench.run("status", "--format", "polybar").output == "\(line)\n")
    #expect(try await bench.run("status", "--format", "i3blocks").output == "\(line)\n$0.000047\n\n")
    let waybar = try await bench.run("status", "--format", "waybar").output
    let object = try JSONDecoder().decode(JSON.self, from: Data(waybar.utf8))
    #expect(object["text"].string == line)
    #expect(object["class"] == "idle")
  }

  @Test func `a balance is what is left since it was declared`() async throws {
    try await bench.addTask()
    #expect(try await bench.run("balance").output.hasPrefix("No balance is declared."))
    #expect(try await bench.run("balance", "set", "0.0001").output.hasPrefix("Balance: $0.0001 of $0.0001 left"))
    try await bench.addTask()
    try await bench.addTask(mode: .subscription)
    #expect(try await bench.run("balance").output.hasPrefix("Balance: $0.000053 of $0.0001 left ($0.000047 spent"))
    #expect(try await bench.run("status").output.contains(" · $0.000053 left for about "))
    try await bench.addTask()
    try await bench.addTask()
    let polybar = try await bench.run("status", "--format", "polybar").output
    #expect(polybar.hasPrefix("%{F#E5484D}today ") && polybar.hasSuffix("nothing left%{F-}\n"))
    let plain = try await bench.run("status", "--format", "polybar", adding: ["NO_COLOR": "1"]).output
    #expect(plain.hasPrefix("today "))
    #expect(try await bench.run("balance", "clear").output.hasPrefix("No balance is declared."))
  }

  @Test func `a plan's pool`() async throws {
    try await bench.addTask(mode: .subscription)
    #expect(try await bench.run("plan").output.hasPrefix("No plan is declared."))
    for (plan, dollars) in [("pro", 20), ("max5x", 100), ("max20x", 200)] {
      let text = try await bench.run("plan", plan, "--reset-day", "1").output
      #expect(text.hasPrefix("Plan \(plan): $\(dollars).00 of $\(dollars).00 left ($0.000047 spent"), "\(text)")
      #expect(text.contains("filled again on "))
    }
    #expect(try await bench.run("plan", "none").output.hasPrefix("No plan is declared."))
  }

  @Test func `following prints a line when something is spent, and only then`() async throws {
    let output = bench.folder.url.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = try Repository.fazmLinux()
    process.arguments = ["usage", "status", "--format", "i3blocks", "--follow"]
    process.environment = bench.environment
    process.standardOutput = try FileHandle(forWritingTo: output)
    let errors = bench.folder.url.appending(path: "errors")
    try Data().write(to: errors)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    // A process that a test starts may ignore gentler signals.
    defer { kill(process.processIdentifier, SIGKILL) }
    func lines(_ count: Int) async throws -> [JSON] {
      let deadline = ContinuousClock.now + .seconds(60)
      while ContinuousClock.now < deadline {
        let lines = try Data(contentsOf: output).split(separator: UInt8(ascii: "\n"))
        if lines.count >= count { return try lines.map { try JSONDecoder().decode(JSON.self, from: Data($0)) } }
        try await Task.sleep(for: .milliseconds(20))
      }
      let seen = String(decoding: try Data(contentsOf: output) + Data(contentsOf: errors), as: UTF8.self)
      Issue.record("\(count) lines expected, runs: \(process.isRunning), printed: \(seen)")
      throw HarnessError.tooLong("usage status --follow", .seconds(60))
    }
    #expect(try await lines(1).map(\.["full_text"]) == ["today $0.00"])
    // However many of the states in between it catches, the last one is told, and none twice.
    try await bench.addTask()
    var seen = try await lines(2)
    while seen.last?["short_text"] != "$0.000047" { seen = try await lines(seen.count + 1) }
    #expect(Set(seen.compactMap(\.["full_text"].string)).count == seen.count)
  }
}
