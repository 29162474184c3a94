import Outline
import Testing

@testable import Agent

@Suite struct ReadingTests {
  private let desktop = FakeDesktop([
    .button("Save"), .document("Letter", String(repeating: "word ", count: 400)), .password("Key"),
    .list("Files", (1...60).map { "report number \($0).pdf" }),
  ])

  @Test func `reads a document whose paragraphs are accessibles of their own`() async throws {
    let desktop = FakeDesktop([.letter("Letter", ["Dear Ann,", "we meet soon.", "Sam"])])
    var hand = try await Hand(desktop)
    let document = try hand.last(.document)
    #expect(try await hand.report("read \(document)").answer?.contains("Dear Ann,\\nwe meet soon.\\nSam") == true)
    #expect(try await hand.report("read \(document) 18").answer?.contains("soon.\\nSam\" 18-27 of 27") == true)
  }

  @Test func `finds what the outline folded away`() async throws {
    var hand = try await Hand(desktop)
    #expect(!hand.screens.contains("number 57"))
    let report = try await hand.report("find \"number 57\"")
    #expect(report.answer?.contains("report number 57.pdf") == true)
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `finds what an earlier command of the same reply brought up`() async throws {
    desktop.with { $0.onPress["Save"] = { $0.add(.button("Overwrite")) } }
    var hand = try await Hand(desktop)
    let run = try await hand.run("click {Save}", "find \"Overwrite\"")
    #expect(run.reports.last?.answer?.contains("1 found") == true)
    #expect(run.reports.last?.answer?.contains("+") == true)
  }

  @Test func `finds before anything was outlined`() async throws {
    let observer = try await Observer(desktop: desktop.desktop, window: .editor)
    var steps = StepRunner(observer: observer, outliner: Outliner())
    let run = await steps.run([.find("Save")])
    #expect(run.reports.first?.answer?.hasPrefix("1 found") == true)
  }

  @Test func `finds what a long page has out of view and scrolls to it`() async throws {
    desktop.with { world in
      world.nodes[1]?[1].role = .documentWeb
      world.unread = [
        Node(
          id: NodeID(bus: ":1.1", path: "/far"), parent: nil, role: .link, states: [.enabled, .sensitive, .visible],
          interfaces: [.action, .component], name: "Imprint")
      ]
    }
    var hand = try await Hand(desktop)
    let found = try await hand.report("find \"Imprint\"")
    #expect(found.answer?.contains("Imprint") == true)
    hand.screens += found.answer ?? ""
    let click = try await hand.report("click {Imprint}")
    #expect(click.route == .action)
    #expect(desktop.deeds == [.scrollTo("Imprint"), .press("Imprint")])
  }

  @Test func `refuses what is neither in view nor in the page any more`() async throws {
    desktop.with { world in
      world.nodes[1]?[1].role = .documentWeb
      world.unread = [
        Node(id: NodeID(bus: ":1.1", path: "/far"), parent: nil, role: .link, states: .enabled, name: "Imprint")
      ]
    }
    var hand = try await Hand(desktop)
    hand.screens += try await hand.report("find \"Imprint\"").answer ?? ""
    desktop.with { $0.unread = [] }
    #expect(try await hand.refusal("click {Imprint}") == .gone(try hand.ref("Imprint")))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `reads a document in pages`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("read {Letter}").answer?.contains("0-1500 of 2000") == true)
    #expect(try await hand.report("read {Letter} 1500").answer?.contains("1500-2000 of 2000") == true)
  }

  @Test func `reads no password and nothing without text`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("read {Key}") == .unsupported(try hand.ref("Key"), verb: "read"))
    #expect(try await hand.refusal("read {Save}") == .unsupported(try hand.ref("Save"), verb: "read"))
  }

  @Test func `expands what the outline folded`() async throws {
    var hand = try await Hand(desktop)
    let report = try await hand.report("expand {Files}")
    #expect(report.effect == .confirmed)
    #expect(report.answer?.contains("report number") == true)
  }
}
