import Foundation
import TestSupport
import Testing

/// Binding the key: what each desktop's own tool is told, and what is in the way.
@Suite struct ShortcutTests {
  private let home: TemporaryFolder

  /// The search path has Python and the stand-ins: no tool of this machine may be called.
  init() async throws {
    home = try TemporaryFolder()
    let python = try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["python3", "-c", "import sys; print(sys.executable, end='')"],
      environment: ProcessInfo.processInfo.environment)
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: tools.appending(path: "python3"), withDestinationURL: URL(filePath: python.output))
  }

  private var tools: URL { home.url.appending(path: "bin") }

  private static let command = Repository.script("fazm-hotkey").resolvingSymlinksInPath().path

  // MARK: GNOME

  private static let mediaKeys = "org.gnome.settings-daemon.plugins.media-keys"
  private static let gnomePath = "/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/fazm-linux/"

  @Test func `GNOME gets one more custom shortcut`() async throws {
    try await addTool("gsettings", answering: ["get \(Self.mediaKeys) custom-keybindings": "['/other/']"])
    let run = try await hotkey("install", "--key", "Ctrl+Alt+F", "--desktop", "gnome")
    #expect(run.exitCode == 0)
    let own = "\(Self.mediaKeys).custom-keybinding:\(Self.gnomePath)"
    #expect(
      try changes() == [
        "gsettings set \(own) name fazm-linux",
        "gsettings set \(own) command \(Self.command)",
        "gsettings set \(own) binding <Primary><Alt>f",
        "gsettings set \(Self.mediaKeys) custom-keybindings ['/other/', '\(Self.gnomePath)']",
      ])
  }

  @Test func `GNOME keeps the other shortcuts when this one goes`() async throws {
    try await addTool(
      "gsettings",
      answering: [
        "get \(Self.mediaKeys) custom-keybindings": "['/other/', '\(Self.gnomePath)']",
        "get \(Self.mediaKeys).custom-keybinding:\(Self.gnomePath) binding": "'<Super>j'",
      ])
    #expect(try await hotkey("status", "--desktop", "gnome").output.hasPrefix("super+j starts"))
    #expect(try await hotkey("uninstall", "--desktop", "gnome").exitCode == 0)
    #expect(
      try changes() == [
        "gsettings set \(Self.mediaKeys) custom-keybindings ['/other/']",
        "gsettings reset-recursively \(Self.mediaKeys).custom-keybinding:\(Self.gnomePath)",
      ])
  }

  @Test func `a key that GNOME uses is refused with the way to free it`() async throws {
    let schema = "org.gnome.desktop.wm.keybindings"
    try await addTool(
      "gsettings",
      answering: [
        "get \(Self.mediaKeys) custom-keybindings": "@as []",
        "list-recursively \(schema)": "\(schema) switch-input-source ['<Super>space', 'XF86Keyboard']",
      ])
    let run = try await hotkey("install", "--key", "super+space", "--desktop", "gnome")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("gsettings set \(schema) switch-input-source \"['XF86Keyboard']\""))
    #expect(try changes().isEmpty)
  }

  // MARK: KDE

  @Test func `KDE gets a desktop entry and a global shortcut, and loses both`() async throws {
    try await addTool("dbus-send", answering: [:])
    #expect(try await hotkey("install", "--key", "super+space", "--desktop", "kde").exitCode == 0)
    let entry = home.url.appending(path: ".local/share/applications/fazm-linux-hotkey.desktop")
    #expect(try String(contentsOf: entry, encoding: .utf8).contains("Exec=\(Self.command)\n"))
    let set = try #require(try changes().last)
    #expect(set.contains("setShortcut array:string:fazm-linux-hotkey.desktop,_launch,fazm-linux,fazm-linux"))
    #expect(set.hasSuffix("array:int32:268435488 uint32:6"))

    try await addTool(
      "dbus-send",
      answering: [
        """
        --session --print-reply --dest=org.kde.kglobalaccel /kglobalaccel org.kde.KGlobalAccel.shortcut \
        array:string:fazm-linux-hotkey.desktop,_launch,fazm-linux,fazm-linux
        """: "array [ int32 268435488 ]"
      ])
    #expect(try await hotkey("status", "--desktop", "kde").output.hasPrefix("super+space starts"))
    #expect(try await hotkey("uninstall", "--desktop", "kde").exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: entry.path))
  }

  // MARK: XFCE

  @Test func `XFCE gets a command, and loses just that one`() async throws {
    let list = "--channel xfce4-keyboard-shortcuts --list --verbose"
    try await addTool("xfconf-query", answering: [list: "/commands/custom/<Super>e  thunar"])
    #expect(try await hotkey("install", "--key", "super+space", "--desktop", "xfce").exitCode == 0)
    let channel = "xfconf-query --channel xfce4-keyboard-shortcuts"
    #expect(
      try changes() == [
        "\(channel) --property /commands/custom/<Super>space --create --type string --set \(Self.command)"
      ])
    #expect(try await hotkey("install", "--key", "super+e", "--desktop", "xfce").errors.contains("taken by thunar"))

    try await addTool(
      "xfconf-query",
      answering: [list: "/commands/custom/<Super>e  thunar\n/commands/custom/<Super>space  \(Self.command)"])
    #expect(try await hotkey("uninstall", "--desktop", "xfce").exitCode == 0)
    #expect(try changes().last == "\(channel) --property /commands/custom/<Super>space --reset")
  }

  // MARK: sxhkd

  @Test func `a person's own sxhkd lines stay as they are`() async throws {
    try await addTool("sxhkd", answering: [:])
    let own = "super + Return\n\txterm\n"
    try home.add(".config/sxhkd/sxhkdrc", content: own)
    let file = home.url.appending(path: ".config/sxhkd/sxhkdrc")
    for key in ["super+space", "ctrl+alt+f"] {
      #expect(try await hotkey("install", "--key", key, "--desktop", "sxhkd").exitCode == 0)
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix(own))
    #expect(text.contains("ctrl + alt + f\n\t\(Self.command)\n"))
    #expect(!text.contains("space"))

    let taken = try await hotkey("install", "--key", "super+enter", "--desktop", "sxhkd")
    #expect(taken.errors.contains("super+Return is taken by a line of"))

    #expect(try await hotkey("uninstall", "--desktop", "sxhkd").exitCode == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == own)
  }

  // MARK: All of them

  @Test(arguments: ["gnome", "kde", "xfce", "sxhkd"])
  func `a dry run changes nothing`(desktop: String) async throws {
    for tool in ["gsettings", "dbus-send", "xfconf-query", "sxhkd"] {
      try await addTool(tool, answering: ["get \(Self.mediaKeys) custom-keybindings": "@as []"])
    }
    let before = try home.files()
    let run = try await hotkey("install", "--key", "super+j", "--desktop", desktop, "--dry-run")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("would "))
    #expect(try changes().isEmpty)
    #expect(try home.files().filter { $0 != "calls" } == before)
  }

  @Test(arguments: [
    ("space", "would take away a key that people type"),
    ("shift+f", "would take away a key that people type"),
    ("super+shift+1", "depends on the keyboard's layout"),
    ("hyper+x", "There is no key 'hyper'"),
    ("super+nonsense", "There is no key 'nonsense'"),
    ("super+", "There is no key ''"),
  ])
  func `a key that cannot be bound is refused`(key: String, message: String) async throws {
    let run = try await hotkey("install", "--key", key, "--desktop", "sxhkd")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains(message))
  }

  @Test func `a desktop without its tool says so`() async throws {
    let run = try await hotkey("install", "--key", "F9", "--desktop", "sxhkd")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Install sxhkd"))
  }

  // MARK: Stand-ins

  /// A tool that notes how it is called and answers some calls.
  private func addTool(_ name: String, answering answers: [String: String]) async throws {
    let cases = answers.map { call, answer in "'\(call.quotedForShell)') printf '%s\\n' '\(answer.quotedForShell)' ;;" }
    try await Script.write(
      """
      #!/bin/sh
      printf '%s\\n' "\(name) $*" >> "$HOME/calls"
      case "$*" in
      \(cases.joined(separator: "\n"))
      esac
      """, at: tools.appending(path: name))
  }

  private func hotkey(_ arguments: String...) async throws -> ProgramRun {
    try await ProgramRun.of(
      Repository.script("fazm-hotkey"), arguments,
      environment: ["HOME": home.url.path, "PATH": tools.path, "LC_ALL": "C.UTF-8"])
  }

  /// The calls that changed something, in order.
  private func changes() throws -> [String] {
    let file = home.url.appending(path: "calls")
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    let questions = [" get ", " list-recursively ", " --list ", ".shortcut ", ".isGlobalShortcutAvailable "]
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { call in !questions.contains { call.contains($0) } }
  }
}

extension String {
  fileprivate var quotedForShell: String { replacing("'", with: "'\\''") }
}
