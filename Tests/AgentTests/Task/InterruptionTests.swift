import Model
import Testing

@testable import Agent

@Suite struct InterruptionTests {
  /// Runs a task that is stopped while the model thinks about its turn of this number.
  private func end(of stage: Stage, stoppedIn turn: Int) async throws -> TaskEnd {
    let (stops, stop) = AsyncStream<Void>.makeStream()
    let model = ScriptedModel { _, number in
      guard number == turn else { return .init(text: "click {Save}") }
      return .init(
        text: "click {Save}",
        meanwhile: {
          stop.finish()
          while !Task.isCancelled { await Task.yield() }
        })
    }
    let task = Task { try await stage.run(model) }
    for await _ in stops {}
    task.cancel()
    return try await task.value
  }

  @Test func `a task that is stopped during a call is recorded as stopped`() async throws {
    let stage = try Stage([.button("Save")])
    let end = try await end(of: stage, stoppedIn: 2)
    #expect(end.outcome == .interrupted)
    #expect(end.isTotalIncomplete)
    let (task, turns) = try await stage.record()
    #expect(task.state == .stopped)
    #expect(turns.map(\.state) == [.finished, .interrupted])
    #expect(stage.desktop.deeds == [.press("Save")])
  }

  @Test func `a task that is stopped while it acts does nothing more and makes no further call`() async throws {
    let stage = try Stage([.button("Save"), .button("Print")])
    let model = ScriptedModel("click {Save}\nclick {Print}", "done \"ok\"")
    let task = Task { [stage] in
      stage.desktop.with { $0.onPress["Save"] = { _ in withUnsafeCurrentTask { $0?.cancel() } } }
      return try await stage.run(model)
    }
    #expect(try await task.value.outcome == .interrupted)
    #expect(stage.desktop.deeds == [.press("Save")])
    #expect(model.requests.count == 1)
    #expect(try await stage.record().task.state == .stopped)
  }

  @Test(arguments: ["wait \"Never\" 60", "gone \"Save\" 60"])
  func `a task that is stopped while it waits is stopped, and nothing has failed`(wait: String) async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel("click {Save}\n\(wait)\nclick {Save}", "done \"ok\"")
    let task = Task { [stage] in
      stage.desktop.with { world in
        world.onPress["Save"] = { $0.after(.seconds(10)) { _ in withUnsafeCurrentTask { $0?.cancel() } } }
      }
      return try await stage.run(model)
    }
    #expect(try await task.value.outcome == .interrupted)
    #expect(stage.person.turns.first?.steps.last?.effect == .refused(.stopped))
    #expect(stage.person.turns.first?.notRun == 1)
    #expect(stage.desktop.deeds == [.press("Save")])
    #expect(try await stage.record().task.state == .stopped)
  }

  @Test func `a task that is stopped before its first call makes none`() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel("done \"ok\"")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await stage.run(model)
    }
    #expect(try await task.value.outcome == .interrupted)
    #expect(model.requests.isEmpty)
    #expect(try await stage.record().turns.isEmpty)
  }
}
