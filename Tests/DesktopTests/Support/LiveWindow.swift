import Foundation
import Geometry
import TestSupport
import Testing

@testable import Outline

/// A window of a real program, which a test reads as the model does and points at as a person does.
struct LiveWindow: Sendable {
  let desktop: Desktop
  let id: String
  let pid: pid_t

  /// What it shows now; nil where it exposes nothing, or has closed.
  func look() async throws -> Look? {
    let run = try await desktop.fazmLinux("tree", "--window", id, "--json")
    guard run.exitCode == 0 else { return nil }
    return Look(try JSONDecoder().decode(Snapshot.self, from: Data(run.output.utf8)))
  }

  /// Waits until its outline holds these words and none of `others`.
  @discardableResult
  func see(_ words: String..., without others: [String] = []) async throws -> Look {
    try await look(for: "“\(words.joined(separator: "”, “"))” in the outline") { look in
      words.allSatisfy(look.outline.contains) && !others.contains(where: look.outline.contains)
    }
  }

  /// Waits until what it shows is as `condition` says.
  @discardableResult
  func look(for what: String, _ condition: (Look) -> Bool) async throws -> Look {
    var last: Look?
    do {
      try await desktop.waitUntil(what) {
        last = try await look()
        return last.map(condition) ?? false
      }
    } catch let error as HarnessError {
      throw HarnessError.failed("\(error)\n\(last?.outline ?? "There was no outline.")")
    }
    return try #require(last)
  }

  /// Waits until an element has a mark.
  @discardableResult
  func see(_ name: String, marked mark: Marks) async throws -> Look {
    try await look(for: "“\(name)” marked \(mark.text)") { $0.isMarked(name, mark) }
  }

  /// Presses a button of the mouse in the middle of what is called so, once that has come to rest.
  func click(_ name: String, button: Int = 1) async throws {
    var last: Look?
    let look = try await look(for: "“\(name)” at rest") { now in
      defer { last = now }
      return now.place(of: name) != nil && now.place(of: name) == last?.place(of: name)
    }
    try await press(button, at: #require(look.place(of: name)).center)
  }

  /// Runs commands of the command language in it.
  func act(_ commands: String...) async throws -> ProgramRun { try await act(commands) }

  func act(_ arguments: [String]) async throws -> ProgramRun {
    try await desktop.run(Repository.fazmLinux().path, ["act", "--window", id] + arguments)
  }

  /// The ref by which commands name an element.
  func ref(of name: String) async throws -> String { try await refs(in: "{{\(name)}}") }

  /// Commands with the refs of what they call by name: `{{OK}}` is the ref of what is called OK, `{{b of OK}}` that
  /// of the button, `{{e="Sam"}}` that of the field which holds Sam, and `{{d}}` the first document's. What is not in view is
  /// searched for.
  func refs(in commands: String) async throws -> String {
    guard commands.contains("{{") else { return commands }
    let outline = try await desktop.fazmLinux("tree", "--window", id, "--full").output
    var resolved = commands
    for place in commands.matches(
      of: /{{(?:(?<only>[a-z])|(?<holder>[a-z])="(?<value>.+?)"|(?:(?<kind>[a-z]) of )?(?<name>.+?))}}/)
    {
      let kind = (place.only ?? place.holder ?? place.kind).map(String.init) ?? "[a-z]"
      let name = NSRegularExpression.escapedPattern(for: String(place.name ?? place.value ?? ""))
      let words =
        if place.only != nil { "" } else if place.value != nil {
          #"[*+!?]*="\#(name)[|"]"#
        } else {
          #"[*+!?-]*(?:="[^"]*")? "?\#(name)(?!\w)"#
        }
      let pattern = try Regex<(Substring, Substring)>(#"(?:^|[\s(:])(\#(kind)\d+)\#(words)"#)
      var found = outline.firstMatch(of: pattern)
      if found == nil, let name = place.name {
        found = try await act("find \"\(name)\"").output.firstMatch(of: pattern)
      }
      let match = try #require(found, "There is no \(place.output.0) in\n\(outline)")
      resolved = resolved.replacing(place.output.0, with: match.output.1)
    }
    return resolved
  }

  func press(_ key: String) async throws {
    _ = try await desktop.run("xdotool", ["key", key])
  }

  func focus() async throws {
    _ = try await desktop.run("xdotool", ["windowactivate", "--sync", id])
  }

  private func press(_ button: Int, at point: Point) async throws {
    let answer = try await desktop.run(
      "xdotool", ["mousemove", "\(point.x)", "\(point.y)", "click", "\(button)"])
    guard answer.exitCode == 0 else { throw HarnessError.failed(answer.errors) }
  }
}

extension Desktop {
  /// Shows a program's window until `body` is over: from when its outline holds `words`.
  func withProgram<Result>(
    _ program: String, _ arguments: [String] = [], titled title: String, showing words: String...,
    adding variables: [String: String] = [:], _ body: (LiveWindow) async throws -> Result
  ) async throws -> Result {
    try launch(program, arguments, adding: variables)
    let window = try await liveWindow(title)
    do {
      try await window.focus()
      let look = try await window.look(for: "\(words) in the outline of \(program)") { look in
        words.allSatisfy(look.outline.contains)
      }
      #expect(look.classNames.isEmpty, "\(look.outline)")
      let result = try await body(window)
      try await close(window)
      return result
    } catch {
      try await close(window)
      throw error
    }
  }

  /// The window with this title, once it is there.
  func liveWindow(_ title: String) async throws -> LiveWindow {
    var found: LiveWindow?
    try await waitUntil("the window “\(title)”", within: .seconds(60)) {
      let run = try await fazmLinux("windows", "--json")
      let windows = try JSONDecoder().decode([JSON].self, from: Data(run.output.utf8))
      let window = windows.first { $0["title"].string?.contains(title) ?? false }
      found = window.flatMap { window in
        guard let id = window["id"].string, let pid = window["pid"].number else { return nil }
        return LiveWindow(desktop: self, id: id, pid: pid_t(pid))
      }
      return found != nil
    }
    return try #require(found)
  }

  /// Ends the program of a window and waits until that is gone.
  func close(_ window: LiveWindow) async throws {
    kill(window.pid, SIGTERM)
    try await waitUntil("the end of \(window.id)") {
      try await !fazmLinux("windows").output.contains(window.id)
    }
  }
}
