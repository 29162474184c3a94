import Commands
import Outline
import Testing

@testable import Agent

/// A ref that does not stand for what was shown is refused, and nothing is done.
@Suite struct RefTests {
  private let desktop = FakeDesktop([.button("Save"), .button("Print"), .list("Files", ["a.pdf", "b.txt"])])

  @Test func `never shown`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("click b99") == .unknownRef(Ref(.button, 99)))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `of another kind than shown`() async throws {
    var hand = try await Hand(desktop)
    let save = try hand.ref("Save")
    let wrong = Ref(.check, save.number)
    #expect(try await hand.refusal("click \(wrong)") == .unknownRef(wrong))
  }

  @Test func `anywhere in a reply, so that none of it runs`() async throws {
    var hand = try await Hand(desktop)
    let run = try await hand.run("click {Save}", "click b99", "click {Print}")
    #expect(run.reports.map(\.effect) == [.refused(.unknownRef(Ref(.button, 99)))])
    #expect(run.notRun.count == 2)
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `gone`() async throws {
    var hand = try await Hand(desktop)
    let save = try hand.ref("Save")
    desktop.with { world in world.nodes[1]?.removeAll { $0.name == "b.txt" } }
    #expect(try await hand.refusal("select {b.txt}") == .gone(try hand.ref("b.txt")))
    desktop.with { $0.nodes[1]?[1].id.path = "/new" }
    #expect(try await hand.refusal("click \(save)") == .gone(save))
    #expect(desktop.deeds.isEmpty)
  }

  @Test(arguments: ["Save", "a.pdf"])
  func `renamed`(name: String) async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0[name]?.name = "Delete" }
    #expect(try await hand.refusal("click {\(name)}") == .renamed(try hand.ref(name), now: "Delete"))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `disabled`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0["Save"]?.states.subtract([.enabled, .sensitive]) }
    #expect(try await hand.refusal("click {Save}") == .disabled(try hand.ref("Save")))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `disabled, renamed, another or gone since the window was looked at`() async throws {
    let changes: [(Change, (Ref) -> StepError)] = [
      ({ $0["Save"]?.states.subtract([.enabled, .sensitive]) }, { .disabled($0) }),
      ({ $0["Save"]?.name = "Delete" }, { .renamed($0, now: "Delete") }),
      ({ $0["Save"]?.role = .toggleButton }, { .renamed($0, now: "Save") }),
      ({ $0["Save"]?.id.path = "/new" }, { .gone($0) }),
    ]
    for (change, error) in changes {
      let desktop = FakeDesktop([.button("Save")])
      var hand = try await Hand(desktop)
      desktop.with { $0.onSnapshot = change }
      #expect(try await hand.refusal("click {Save}") == error(try hand.ref("Save")))
      #expect(desktop.deeds.isEmpty)
    }
  }

  @Test func `standing for two things`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { world in
      if let save = world["Save"] { world.nodes[1]?.append(save) }
    }
    #expect(try await hand.refusal("click {Save}") == .ambiguous(try hand.ref("Save")))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `of another role by now`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0["Save"]?.role = .toggleButton }
    #expect(try await hand.refusal("click {Save}") == .gone(try hand.ref("Save")))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `may be renamed where the name follows what it holds`() async throws {
    let desktop = FakeDesktop([.combo("Paper", ["A4", "A5"])])
    var hand = try await Hand(desktop)
    desktop.with { $0["Paper"]?.name = "A5" }
    #expect(try await hand.report("click {Paper}").route == .pointer)
  }
}
