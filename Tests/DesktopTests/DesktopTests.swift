import Foundation
import TestSupport
import Testing

/// The desktop that all other tests of this target stand on.
@Suite struct DesktopTests {
  @Test func `a program's window is there, active and exposed, and nothing is left afterwards`() async throws {
    let folder = try await Desktop.run { desktop in
      try desktop.launch("zenity", ["--info", "--title=Hello there", "--text=Hi"])
      try await desktop.waitForWindow("Hello there")
      try await desktop.waitUntil("a focused window") { try await desktop.activeWindow() != nil }

      let bus = try await desktop.run("xprop", ["-root", "AT_SPI_BUS"])
      #expect(bus.output.contains("unix:path="))

      let picture = desktop.home.appending(path: "picture.png")
      try await desktop.screenshot(to: picture)
      #expect(try Data(contentsOf: picture).starts(with: [0x89, 0x50, 0x4E, 0x47]))
      return desktop.home
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func `two desktops at once do not see each other`() async throws {
    try await Desktop.run { first in
      try await Desktop.run { second in
        #expect(first.environment["DISPLAY"] != second.environment["DISPLAY"])
        try first.launch("zenity", ["--info", "--title=Only here"])
        try await first.waitForWindow("Only here")
        #expect(try await second.windowTitles().isEmpty)
      }
    }
  }

  @Test func `a wait in vain says what it waited for and leaves a picture`() async throws {
    try await Desktop.run { desktop in
      let error = await #expect(throws: HarnessError.self) {
        try await desktop.waitForWindow("Never", within: .milliseconds(200))
      }
      guard case .timedOut(let what, let picture)? = error else { return }
      #expect(what.contains("Never"))
      #expect(FileManager.default.fileExists(atPath: picture))
      try FileManager.default.removeItem(atPath: picture)
    }
  }

  @Test func `a command's exit code is the script's`() async throws {
    let run = try await ProgramRun.of(
      Repository.script("throwaway-desktop"), ["sh", "-c", "exit 7"],
      environment: ProcessInfo.processInfo.environment)
    #expect(run.exitCode == 7)
  }

  @Test func `a window manager that ends is named`() async throws {
    let run = try await ProgramRun.of(
      Repository.script("throwaway-desktop"), ["--window-manager", "false", "true"],
      environment: ProcessInfo.processInfo.environment)
    #expect(run.exitCode == 125)
    #expect(run.errors.contains("The window manager (false) did not come up"))
  }

  @Test func `a missing program is named`() async throws {
    try await Desktop.run { desktop in
      #expect(throws: HarnessError.self) { try desktop.launch("no-such-program") }
    }
  }
}
