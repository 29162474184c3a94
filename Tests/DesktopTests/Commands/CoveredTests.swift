import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// `act` on a window that another one is in the way of.
@Suite(.desktop, .serialized) struct CoveredTests {
  @Test func `what another window lies over is clicked once its window is in front, or refused with the name`()
    async throws
  {
    let desktop = try SharedDesktop.current
    let rows = ["FALSE", "Ann", "FALSE", "Ben"]
    let options = ["--list", "--checklist", "--title=Guests", "--column=", "--column=Guest"] + rows
    let run = try await ProgramRun.of(URL(filePath: "/usr/bin/zenity"), options, environment: desktop.environment) {
      _ in
      let guests = try await desktop.liveWindow("Guests")
      try await desktop.withProgram("zenity", ["--info", "--title=Notice"], titled: "Notice", showing: "OK") { notice in
        func xdotool(_ arguments: String...) async throws { _ = try await desktop.run("xdotool", arguments) }
        func isRefused(naming name: String) async throws -> Bool {
          let run = try await guests.act("hover \(guests.ref(of: "Ben"))")
          return run.exitCode == ExitCode.stepFailed.rawValue
            && run.output.contains("refused, a window \(name) lies over it")
        }
        let row = try #require(try await guests.see("Ben").place(of: "Ben"))
        let place = ["\(row.x - 30)", "\(row.y - 40)"]
        _ = try await desktop.run("wmctrl", ["-i", "-r", notice.id, "-b", "add,above"])
        _ = try await desktop.run("xdotool", ["windowmove", "--sync", notice.id] + place)
        try await guests.focus()
        #expect(try await isRefused(naming: "\"Notice\""))

        _ = try await desktop.run("wmctrl", ["-i", "-r", notice.id, "-b", "remove,above"])
        try await xdotool("windowraise", notice.id)
        #expect(try await guests.act("click \(guests.ref(of: "Ben"))").output.contains("confirmed (pointer)"))

        try await xdotool("windowunmap", "--sync", notice.id)
        try await xdotool("set_window", "--overrideredirect", "1", "--name", "", "--class", "", notice.id)
        try await xdotool("windowmap", "--sync", notice.id)
        _ = try await desktop.run("xdotool", ["windowmove", "--sync", notice.id] + place)
        #expect(try await isRefused(naming: "without a name"))
        try await xdotool("windowunmap", "--sync", notice.id)
      }
      try await guests.click("OK")
    }
    #expect(run.output == "Ben\n")
  }

  @Test func `a window is refused while its dialog is open, and the refs of the dialog are good`() async throws {
    let desktop = try SharedDesktop.current
    try await desktop.withProgram("mousepad", titled: "Untitled 1 - Mousepad", showing: "File") { window in
      let menu = try await window.ref(of: "Edit")
      #expect(try await window.act("key ctrl+o").exitCode == 0)
      try await window.see("dialog \"Open File\"", "Cancel")
      for command in ["key ctrl+a", "click \(menu)"] {
        expectFailure(
          try await window.act(command), .stepFailed, saying: "The dialog \"Open File\"", "has to be answered first")
      }
      let run = try await desktop.fazmLinux("act", "window \"Untitled 1 - Mousepad\"")
      #expect(run.output.contains("refused, the dialog \"Open File\" is in front of it; answer that first"))
      let answer = try await window.act("click \(window.ref(of: "Cancel"))")
      #expect(answer.exitCode == 0, "\(answer.output)\(answer.errors)")
      try await window.see("Edit", without: ["Open File"])
    }
  }
}
