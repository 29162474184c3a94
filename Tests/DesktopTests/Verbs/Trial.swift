import Agent
import Commands
import Foundation
import TestSupport
import Testing

@testable import Outline

/// A verb of the command language tried on a real program, and where a person sees what came of it.
struct Trial: Sendable {
  let verb: Verb
  /// Lines for `act`, with names for refs as `LiveWindow.refs(in:)` has them.
  let commands: String
  /// The effect that the verb's line reports.
  let effect: EffectWord
  /// Holds as soon as the outcome is there: a file on the disk, a field's text, the page's own record.
  let outcome: @Sendable (TrialGround) async throws -> Bool

  init(
    _ verb: Verb, _ commands: String, effect: EffectWord = .confirmed,
    outcome: @escaping @Sendable (TrialGround) async throws -> Bool
  ) {
    self.verb = verb
    self.commands = commands
    self.effect = effect
    self.outcome = outcome
  }

  /// Runs the commands and waits for the outcome.
  func run(in window: LiveWindow, with folder: TemporaryFolder) async throws {
    let lines = try await window.refs(in: commands).split(separator: "\n").map(String.init)
    let picture = folder.url.appending(path: "look.png").path
    let run = try await window.act(["--picture", picture] + lines)
    let told = "\(verb) by \(lines):\n\(run.output)\(run.errors)"
    #expect((run.exitCode == 0) == (effect != .refused), "\(told)")
    let report = run.output.split(separator: "\n").first { $0.hasPrefix("\(verb)") }
    #expect(report?.contains(": \(effect)") ?? false, "\(told)")
    let ground = TrialGround(window: window, folder: folder, answer: run.output)
    do {
      try await window.desktop.waitUntil("the outcome") { try await outcome(ground) }
    } catch let error as HarnessError {
      throw HarnessError.failed("\(error)\n\(told)\n\(try await window.look()?.outline ?? "There is no outline.")")
    }
  }
}

/// Where the outcome of a trial is looked for.
struct TrialGround: Sendable {
  let window: LiveWindow
  let folder: TemporaryFolder
  /// What `act` printed.
  let answer: String

  /// Whether the outline of the window holds these words.
  func shows(_ words: String..., without others: [String] = []) async throws -> Bool {
    guard let outline = try await window.look()?.outline else { return false }
    return words.allSatisfy(outline.contains) && !others.contains(where: outline.contains)
  }

  /// Whether an element has a mark.
  func shows(_ name: String, marked mark: Marks) async throws -> Bool {
    try await window.look()?.isMarked(name, mark) ?? false
  }

  /// What a file of the folder holds; nil where it is not there.
  func text(of file: String) -> String? {
    try? String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
  }
}

extension LiveWindow {
  /// Runs trials one after the other.
  func carryOut(_ trials: [Trial], with folder: TemporaryFolder) async throws {
    for trial in trials { try await trial.run(in: self, with: folder) }
  }
}
