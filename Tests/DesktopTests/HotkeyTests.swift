import Foundation
import TestSupport
import Testing

/// The hotkey helper with a real key, a real dialog and a stand-in for the program it starts.
@Suite struct HotkeyTests {
  private static let stub = """
    #!/bin/sh
    printf '%s\\n' "$@" > "$HOME/arguments"
    trap 'echo "{\\"event\\":\\"end\\",\\"outcome\\":\\"interrupted\\",\\"text\\":\\"Stopped.\\",\\"cost_usd\\":\\"0.00031\\",\\"turns\\":1}"; exit 130' INT
    echo '{"event":"turn"}'
    until [ -e "$HOME/finish" ]; do sleep 0.1; done
    echo '{"event":"end","outcome":"done","text":"Moved <b>5</b> files","cost_usd":"0.00031","turns":3}'
    """

  /// Notes one argument a line, and the end of each call.
  private static let notifier = """
    #!/bin/sh
    printf '%s\\n' "$@" . >> "$HOME/notifications"
    """

  @Test func `the key asks for a request, runs it on the focused window and says the result`() async throws {
    try await Self.withHotkey { desktop, window in
      try await Self.press("organize -- this folder", on: desktop)
      try await desktop.waitUntil("the task's arguments") { desktop.note("arguments").hasSuffix("folder\n") }
      #expect(desktop.note("arguments") == "run\n--window\n\(window)\n--json\n--\norganize -- this folder\n")

      try Data().write(to: desktop.home.appending(path: "finish"))
      try await desktop.waitUntil("the notification") { desktop.note("notifications").hasSuffix(".\n") }
      #expect(
        desktop.note("notifications") == """
          --app-name=fazm-linux
          --
          fazm-linux: done
          Moved &lt;b&gt;5&lt;/b&gt; files
          3 turns, $0.00031
          .

          """)
    }
  }

  @Test func `the key stops a running task, and works again afterwards`() async throws {
    try await Self.withHotkey { desktop, _ in
      for _ in 1...2 {
        try await Self.press("wait", on: desktop)
        try await desktop.waitUntil("the task") { desktop.note("arguments").hasSuffix("wait\n") }
        _ = try await desktop.run("xdotool", ["key", "super+space"])
        try await desktop.waitUntil("the notification") { desktop.note("notifications").hasSuffix(".\n") }
        #expect(desktop.note("notifications").contains("fazm-linux: stopped\nStopped.\n1 turn, $0.00031\n"))
        try desktop.forget("arguments", "notifications")
      }
    }
  }

  @Test func `closing the dialog starts nothing`() async throws {
    try await Self.withHotkey { desktop, _ in
      try await Self.press(nil, on: desktop)
      try await desktop.waitUntil("the dialog to be gone") { try await !desktop.windowTitles().contains("fazm-linux") }
      #expect(desktop.note("arguments").isEmpty)
      #expect(desktop.note("notifications").isEmpty)
    }
  }

  /// Asks about a cap, and notes what it is answered.
  private static let asking = """
    #!/bin/sh
    echo '{"event":"warning","text":"95 % is used"}'
    echo '{"event":"cap","text":"The cap of $10.00 & more is reached.","choices":[
    {"word":"stop","label":"stop"},{"word":"go-on","label":"go on, up to $20.00"},
    {"word":"switch:subscription","label":"go on with subscription"}]}' | tr -d '\\n'
    echo
    read answer
    echo "$answer" > "$HOME/answer"
    echo '{"event":"end","outcome":"done","text":"ok"}'
    """

  @Test(arguments: [
    (["Down", "Down", "Down", "Return"], "switch:subscription"), (["Down", "Return"], "go-on"), (["Escape"], "stop"),
  ])
  func `a cap is asked about in a dialog`(keys: [String], word: String) async throws {
    try await Self.withHotkey(Self.asking) { desktop, _ in
      try await Self.press("go", on: desktop)
      try await desktop.waitUntil("the warning") { desktop.note("notifications").contains("95 % is used") }
      try await desktop.waitUntil("the list to have the focus") {
        let active = try await desktop.run("xdotool", ["getactivewindow", "getwindowgeometry", "getwindowname"])
        return active.output.hasSuffix("fazm-linux\n")
      }
      _ = try await desktop.run("xdotool", ["key"] + keys)
      try await desktop.waitUntil("the answer") { desktop.note("answer").hasSuffix("\n") }
      #expect(desktop.note("answer") == "\(word)\n")
    }
  }

  @Test(arguments: [
    ("DISPLAY", "There is no X display"),
    ("XDG_RUNTIME_DIR", "XDG_RUNTIME_DIR is not set"),
  ])
  func `what is missing is named`(variable: String, message: String) async throws {
    var environment = ProcessInfo.processInfo.environment
    environment["DISPLAY"] = ":1"
    environment["XDG_RUNTIME_DIR"] = "/nonexistent"
    environment[variable] = nil
    let run = try await ProgramRun.of(Repository.script("fazm-hotkey"), environment: environment)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains(message))
  }

  /// A desktop with a window that has the focus, and the key bound as a person would bind it.
  private static func withHotkey(
    _ program: String = stub, _ body: (Desktop, String) async throws -> Void
  ) async throws {
    try await Desktop.run { desktop in
      try await Script.write(program, at: desktop.home.appending(path: "bin/fazm-linux"))
      try await Script.write(notifier, at: desktop.home.appending(path: "bin/notify-send"))
      let path = ["PATH": desktop.searchPath]

      try desktop.launch("zenity", ["--info", "--title=Target"])
      try await desktop.waitForWindow("Target")
      try await desktop.waitUntil("a focused window") { try await desktop.activeWindow() != nil }
      let window = try #require(try await desktop.activeWindow())

      try desktop.addLineForReadiness()
      let install = try await desktop.run(
        Repository.script("fazm-hotkey").path, ["install", "--key", "super+space", "--desktop", "sxhkd"], adding: path)
      #expect(install.exitCode == 0)
      // Many sessions start such programs in the background, where a shell has them ignore SIGINT.
      try desktop.launch("sh", ["-c", "trap '' INT; exec sxhkd"], adding: path)
      try await desktop.waitUntil("sxhkd to listen") {
        _ = try await desktop.run("xdotool", ["key", "super+r"])
        // A key that is pressed while sxhkd starts can wait in its queue, with the keyboard held, until X sends
        // something else. A key that is not on the keyboard changes the mapping, which X tells everyone.
        _ = try await desktop.run("xdotool", ["key", "EuroSign"])
        return FileManager.default.fileExists(atPath: desktop.home.appending(path: "listening").path)
      }
      try await body(desktop, window)
    }
  }

  /// Presses the key and answers the dialog: types the request, or closes it.
  private static func press(_ request: String?, on desktop: Desktop) async throws {
    _ = try await desktop.run("xdotool", ["key", "super+space"])
    try await desktop.waitUntil("the dialog to have the focus") {
      let active = try await desktop.run("xdotool", ["getactivewindow", "getwindowname"])
      return active.output == "fazm-linux\n"
    }
    if let request {
      _ = try await desktop.run("xdotool", ["type", request])
    }
    _ = try await desktop.run("xdotool", ["key", request == nil ? "Escape" : "Return"])
  }
}

extension Desktop {
  fileprivate var searchPath: String { "\(home.path)/bin:\(environment["PATH"] ?? "")" }

  /// sxhkd does not say when it listens, so a key of its own shows it: one press too many of the other would
  /// stop the task.
  fileprivate func addLineForReadiness() throws {
    let file = home.appending(path: ".config/sxhkd/sxhkdrc")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("super + r\n\ttouch \(home.path)/listening\n".utf8).write(to: file)
  }

  fileprivate func note(_ name: String) -> String {
    (try? String(contentsOf: home.appending(path: name), encoding: .utf8)) ?? ""
  }

  fileprivate func forget(_ names: String...) throws {
    for name in names {
      try FileManager.default.removeItem(at: home.appending(path: name))
    }
  }
}
