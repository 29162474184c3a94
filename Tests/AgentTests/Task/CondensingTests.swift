import Commands
import Model
import Outline
import Prompts
import Testing

@testable import Agent

/// A long task, whose history is told in short at intervals.
@Suite struct CondensingTests {
  private static let turns = 60

  /// A task of 60 turns, each of which makes the window's text a little longer.
  private func longTask(mode: BillingMode = .api) async throws -> (stage: Stage, model: ScriptedModel) {
    let files = (1...40).map { "report number \($0) of the year.pdf" }
    let stage = try Stage([.field("Name"), .list("Files", files)])
    let model = ScriptedModel(mode: mode) { _, number in
      switch number {
      case Self.turns: .init(text: "done \"ok\"")
      case _ where number % 2 == 0: .init(text: "find \"report number \(number / 2)\"")
      default: .init(text: "set {Name} \"the name that was typed in turn \(number)\"")
      }
    }
    let end = try await stage.run(model, limits: Limits(turns: 100))
    #expect(end.outcome == .done("ok"))
    #expect(model.requests.count == Self.turns)
    return (stage, model)
  }

  @Test func `is only appended to between one short telling and the next, which are far apart`() async throws {
    let (stage, model) = try await longTask()
    let pairs = zip(model.requests, model.requests.dropFirst())
    let breaks = pairs.enumerated().filter { !$0.element.1.messages.starts(with: $0.element.0.messages) }.map(\.offset)
    #expect((1...6).contains(breaks.count))
    #expect(zip([-1] + breaks, breaks).allSatisfy { $1 - $0 >= Conversation.leastReplies })
    for place in breaks { #expect(model.requests[place + 1].messages.count == 1) }
    #expect(stage.person.notices.count { $0.contains("which every turn pays for again") } == breaks.count)
    for request in model.requests {
      #expect(request.messages.map(\.author) == request.messages.indices.map { $0 % 2 == 0 ? .user : .assistant })
    }
  }

  @Test func `keeps the request, what was done, what was told last and the window`() async throws {
    let (stage, model) = try await longTask()
    let place = try model.requests.indices.dropFirst().first { model.requests[$0].messages.count == 1 }.orThrow("none")
    let told = try model.requests[place].messages.first.orThrow("nothing").words
    #expect(told.hasPrefix("Request: \(stage.request)\n\(Stage.context)"))
    #expect(told.contains("Done so far, in short"))
    #expect(told.contains(" \"the name that was typed in turn 1\", find \"report number 1\", set e"))
    #expect(told.hasSuffix("</screen k7q2>"))
    #expect(told.contains("window \""))
    #expect(told.components(separatedBy: "<screen k7q2>").count >= 3)
    #expect(TokenEstimate.tokens(in: told) < 700 + Findings.mostTokens)
  }

  @Test func `keeps what was found and read, the newest first, within a bound`() async throws {
    let (_, model) = try await longTask()
    let place = try model.requests.indices.last { model.requests[$0].messages.count == 1 }.orThrow("none")
    let told = try model.requests[place].messages.first.orThrow("nothing").words
    let parts = try told.firstMatch(of: /it may have changed since:\n<screen k7q2>\n(?<found>(?s).*?)\n<\/screen k7q2>/)
      .orThrow("nothing was kept")
    let found = String(parts.found)
    // The newest answer of all is told as what came of the last command, or is the newest of these.
    let number = place / 2 - 1
    #expect(found.contains("find \"report number \(number)\": "))
    #expect(found.contains("report number \(number) of the year.pdf"))
    #expect(!found.contains("find \"report number 1\": "))
    #expect(TokenEstimate.tokens(in: found) <= Findings.mostTokens + 20)
  }

  @Test func `what was read stays through several short tellings, and is replaced when it is read again`() throws {
    var conversation = Conversation(mark: "k7q2")
    conversation.begin(request: "r", context: "c", outline: "o")
    func tell(_ command: String, _ answer: String?) throws {
      let reports = try Reply.parse(command).commands.map { StepReport($0, effect: .confirmed, answer: answer) }
      conversation.tell(StepRun(reports: reports), heldBack: nil, firstImage: 1, imageLimit: 0, update: "u")
    }
    try tell("read d1", "page one, old")
    try tell("read d1", "page one, new")
    try tell("expand g2", "a list")
    for _ in 1...3 {
      try tell("click b3", nil)
      conversation.condense(outline: "o")
    }
    let words = conversation.messages.map(\.words).joined()
    #expect(words.contains("<screen k7q2>\nread d1: page one, new\n</screen k7q2>"))
    #expect(!words.contains("page one, old") && !words.contains("a list"))
  }

  @Test func `an answer that is too long for the bound is cut short`() throws {
    var findings = Findings()
    let page = String(repeating: "Ein längerer Satz über Rechnungen. ", count: 100)
    findings.add(try Reply.parse("read d1").commands.map { StepReport($0, effect: .confirmed, answer: page) })
    #expect(findings.kept.isEmpty)
    findings.add([])
    let kept = try findings.kept.first.orThrow("nothing was kept")
    #expect(kept.hasPrefix("read d1: Ein längerer Satz") && kept.hasSuffix("…"))
    #expect((300...Findings.mostTokens).contains(TokenEstimate.tokens(in: kept)))
  }

  @Test func `its own count of what is sent stays right`() async throws {
    let (_, model) = try await longTask()
    let most = model.requests.map { request in
      request.messages.reduce(0) { $0 + TokenEstimate.tokens(in: $1.words) }
    }.max()
    #expect(try most.orThrow("no request") < Conversation.dearTokens + 2000)
  }

  @Test func `the model that is built in reads everything`() async throws {
    let (stage, model) = try await longTask(mode: .offline)
    #expect(zip(model.requests, model.requests.dropFirst()).allSatisfy { $1.messages.starts(with: $0.messages) })
    #expect(!stage.person.notices.contains { $0.contains("told in short") })
  }

  @Test func `says what the person answered, and leaves out the oldest of very many steps`() {
    var conversation = Conversation(mark: "k7q2")
    conversation.begin(request: "r", context: "c", outline: "o")
    conversation.answer("the blue one")
    conversation.condense(outline: nil)
    let words = conversation.messages.map(\.words).joined()
    #expect(words.contains("in short, without what was shown then: The user answers: the blue one."))
    #expect(Conversation.summary(of: (1...70).map { "key F\($0)" }).hasPrefix("10 steps, key F11, key F12"))
  }
}
