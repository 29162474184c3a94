import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// `--dry-run` shows what would be done and does nothing.
@Suite(.desktopWithDialog, .serialized) struct DryRunTests {
  private static let script = "set {{ref of Name}} \"Ada\"\nclick {{ref of OK}}\nkey Delete"

  @Test func `a task shows the outline and the first reply's steps, and leaves the window alone`() async throws {
    let bench = try TaskBench(.reply(Self.script), .reply("done \"too far\""))
    let run = try await bench.run("--dry-run", "Fill in the form")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("dialog \"Sign up\" Zenity\n"))
    #expect(run.output.contains(/\nset e\d+ "Ada": text, by text\n/))
    #expect(run.output.contains(/\nclick b\d+: push button "OK", by action\n/))
    #expect(run.output.contains("\nkey Delete: by keyboard"))
    #expect(run.output.contains("Nothing was done: this was a dry run."))
    #expect(try bench.requestCount() == 1)
    #expect(try await bench.desktop.dialogEntry().contains("Ada") == false)
    #expect(try await bench.turns().turns.count == 1)
  }

  @Test func `--json says it in fields, without what would be typed`() async throws {
    let bench = try TaskBench(.reply(Self.script))
    let run = try await bench.run("--dry-run", "--json", "--confirm", "always", "Fill in the form")
    let events = try run.output.split(separator: "\n").map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
    #expect(events.map(\.["event"].string) == ["start", "outline", "waiting", "plan", "turn", "end"])
    #expect(events[1]["text"].string?.contains("Sign up") == true)
    let plan = events[3]["plan"].array
    #expect(plan.map(\.["route"].string) == ["text", "action", "keyboard"])
    #expect(plan.allSatisfy { $0["confirm"] == true })
    #expect(plan[1]["role"] == "push button" && plan[1]["name"] == "OK")
    #expect(events.last?["outcome"] == "rehearsed")
    #expect(!run.output.contains("Ada"))
  }

  @Test func `act shows what each command would do, for nothing`() async throws {
    let bench = try TaskBench()
    let tree = try await bench.run("tree")
    let button = try #require(tree.output.firstMatch(of: /(b\d+)!? OK/)?.output.1)
    let run = try await bench.run("act", "--dry-run", "type \"Ada\"", "click \(button)", "look")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output == "type \"Ada\": by keyboard\nclick \(button): push button \"OK\", by action\nlook\n")
    #expect(try bench.requestCount() == 0)
    #expect(try await bench.desktop.dialogEntry().contains("Ada") == false)
    expectFailure(try await bench.run("act", "--dry-run", "click b99"), .staleRef, saying: "b99")
  }
}
