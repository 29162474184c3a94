import Foundation
import Ledger
import Model
import Outline
import Prompts
import TestSupport

@testable import Agent

/// A task on a simulated desktop, with all that it needs.
struct Stage {
  let desktop: FakeDesktop
  let person: RecordingPerson
  let folder: TemporaryFolder
  let ledger: Ledger
  var request = "do something"

  init(_ parts: [Part]?, person: RecordingPerson = RecordingPerson()) throws {
    desktop = FakeDesktop(parts)
    self.person = person
    folder = try TemporaryFolder()
    ledger = try Ledger(at: folder.url.appending(path: "ledger.sqlite3").path)
  }

  static let context = Prompts.steps(Conversation.Key.self)(.context, ["date": "2026-11-24", "home": "/home/sam"])

  /// Runs the task from the window that has the focus to its end.
  @discardableResult
  func run(
    _ model: any LanguageModel, limits: Limits = Limits(), caps: CapPolicy = CapPolicy(), prices: PriceTable? = nil
  ) async throws -> TaskEnd {
    var runner = try await runner(model, limits: limits, caps: caps, prices: prices)
    return try await runner.run()
  }

  func runner(
    _ model: any LanguageModel, ladder: [String] = [], limits: Limits = Limits(), caps: CapPolicy = CapPolicy(),
    prices: PriceTable? = nil, isRehearsal: Bool = false, continuing task: TaskID? = nil
  ) async throws -> TaskRunner {
    let observer = try await Observer(desktop: desktop.desktop, window: .editor)
    return TaskRunner(
      request: request, context: Self.context, model: model, ladder: ladder, prices: try prices ?? PriceTable.load(),
      ledger: ledger,
      person: person, steps: StepRunner(observer: observer, outliner: Outliner()), limits: limits, caps: caps,
      isRehearsal: isRehearsal, continuing: task, mark: "k7q2")
  }

  /// The task that was run, as the ledger has it.
  func record() async throws -> (task: TaskRecord, turns: [TurnRecord]) {
    let task = try await ledger.tasks().last.orThrow("no task in the ledger")
    return (task, try await ledger.turns(of: task.id))
  }
}

struct Missing: Error {
  var what: String
}

extension Optional {
  /// The value, or an error that says what is missing.
  func orThrow(_ what: String) throws -> Wrapped {
    guard let self else { throw Missing(what: what) }
    return self
  }
}
