import Agent
import Commands
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Outline

/// A verb of the command language tried on a real program, and where a person sees what came of it.
struct Trial: Sendable {
  let verb: Verb
  /// Lines for `act`, with names for refs as `LiveWindow.refs(in:)` has them.
  let commands: String
  /// The effect that the verb's line reports; nil where a program does not always show it.
  let effect: EffectWord?
  /// What it says besides: why it was refused, say.
  let words: String
  /// Holds as soon as the outcome is there: a file on the disk, a field's text, the page's own record.
  let outcome: @Sendable (TrialGround) async throws -> Bool

  init(
    _ verb: Verb, _ commands: String, effect: EffectWord? = .confirmed, saying words: String = "",
    outcome: @escaping @Sendable (TrialGround) async throws -> Bool
  ) {
    self.verb = verb
    self.commands = commands
    self.effect = effect
    self.words = words
    self.outcome = outcome
  }

  /// Runs the commands and waits for the outcome.
  func run(in window: LiveWindow, with folder: TemporaryFolder) async throws {
    let lines = try await window.refs(in: commands).split(separator: "\n").map(String.init)
    let picture = folder.url.appending(path: "look.png")
    let run = try await window.act(["--picture", picture.path] + lines)
    let told = "\(verb) by \(lines):\n\(run.output)\(run.errors)"
    #expect((run.exitCode == 0) == (effect != .refused), "\(told)")
    let report = run.output.split(separator: "\n").first { $0.hasPrefix("\(verb)") }
    let isReported = effect.map { report?.contains(": \($0)") ?? false } ?? true
    #expect(isReported && (words.isEmpty || report?.contains(words) ?? false), "\(told)")
    let ground = TrialGround(window: window, folder: folder, answer: run.output, picture: picture)
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
  /// Where it puts what it takes a picture of.
  let picture: URL

  /// Whether the outline of the window holds these words.
  func shows(_ words: String..., without others: [String] = []) async throws -> Bool {
    guard let outline = try await window.look()?.outline else { return false }
    return words.allSatisfy(outline.contains) && !others.contains(where: outline.contains)
  }

  /// Whether an element has a mark.
  func shows(_ name: String, marked mark: Marks) async throws -> Bool {
    try await window.look()?.isMarked(name, mark) ?? false
  }

  /// Whether the window looks as `condition` says.
  func looks(_ condition: (Look) -> Bool) async throws -> Bool {
    try await window.look().map(condition) ?? false
  }

  /// Whether the window has the keyboard.
  func isActive() async throws -> Bool {
    try await window.desktop.activeWindow() == window.id
  }

  /// Whether the desktop has a window with these words in its title.
  func hasWindow(_ title: String) async throws -> Bool {
    try await window.desktop.windowTitles().contains { $0.contains(title) }
  }

  /// Whether there is a file or folder at that path of the folder.
  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appending(path: path).path)
  }

  /// What a file of the folder holds; nil where it is not there.
  func text(of file: String) -> String? {
    try? String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
  }

  /// The size of the picture that was taken, in pixels.
  func pictureSize() throws -> (width: Int, height: Int) {
    // A PNG has its width and its height, four bytes each, at this place.
    let numbers = try Data(contentsOf: picture).dropFirst(16).prefix(8).map(Int.init)
    try #require(numbers.count == 8)
    func number(_ bytes: ArraySlice<Int>) -> Int { bytes.reduce(0) { $0 << 8 | $1 } }
    return (number(numbers[..<4]), number(numbers[4...]))
  }

  /// Whether the picture that was taken is as large as an area of the window.
  func hasPicture(of area: Rect) throws -> Bool {
    try pictureSize() == (area.width, area.height)
  }

  /// Whether a window has the focus that is called so.
  func isInFront(_ title: String) async throws -> Bool {
    try await window.desktop.run("xdotool", ["getactivewindow", "getwindowname"]).output.contains(title)
  }

  /// Whether the window's program shows a tool tip.
  func showsToolTip() async throws -> Bool {
    let shown = try await window.desktop.run("xdotool", ["search", "--onlyvisible", "--pid", "\(window.pid)"]).output
    for id in shown.split(separator: "\n") {
      let type = try await window.desktop.run("xprop", ["-id", String(id), "_NET_WM_WINDOW_TYPE"]).output
      if type.contains("TOOLTIP") { return true }
    }
    return false
  }
}

extension LiveWindow {
  /// Runs trials one after the other.
  func carryOut(_ trials: [Trial], with folder: TemporaryFolder) async throws {
    for trial in trials { try await trial.run(in: self, with: folder) }
  }
}
