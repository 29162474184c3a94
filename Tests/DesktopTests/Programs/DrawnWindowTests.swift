import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// Programs that expose nothing, because they cannot or because they were told not to.
@Suite(.desktop, .serialized) struct DrawnWindowTests {
  @Test func `an xterm is no fault of the desktop, and said to be only drawn`() async throws {
    let desktop = try SharedDesktop.current
    let terminal = try desktop.launch("xterm", ["-T", "Shell"])
    let window = try await desktop.liveWindow("Shell")

    let doctor = try await desktop.fazmLinux("doctor")
    #expect(doctor.exitCode == 0, "\(doctor.output)")
    #expect(doctor.output.contains("note    window \"Shell\" (XTerm): XTerm draws its window itself"))

    let tree = try await desktop.fazmLinux("tree", "--window", window.id)
    expectFailure(tree, .noTree, saying: "XTerm draws its window itself", "only pictures show")
    try await desktop.close(terminal)
  }

  @Test(arguments: [
    ("zenity", ["--info", "--title=Silent"], ["NO_AT_BRIDGE": "1"], "started with NO_AT_BRIDGE"),
    ("gtk4-widget-factory", [], ["GTK_A11Y": "none"], "started with GTK_A11Y=none"),
    ("pcmanfm", [], ["GTK_MODULES": ""], "GTK_MODULES=gail:atk-bridge"),
    ("kcalc", [], ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"], "QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1"),
  ])
  func `doctor names the program that was kept from exposing anything, and the remedy`(
    program: String, arguments: [String], variables: [String: String], remedy: String
  ) async throws {
    let desktop = try SharedDesktop.current
    let running = try desktop.launch(program, arguments, adding: variables)
    try await desktop.waitUntil("a window of \(program)") { try await !desktop.windowTitles().isEmpty }

    let doctor = try await desktop.fazmLinux("doctor")
    #expect(doctor.exitCode == ExitCode.noTree.rawValue, "\(doctor.output)")
    let line = try #require(doctor.output.split(separator: "\n").first { $0.hasPrefix("MISSING window") })
    #expect(line.contains(remedy), "\(line)")
    #expect(line.lowercased().contains(program.prefix(5)), "\(line)")
    try await desktop.close(running)
  }
}
