import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// Not even `kill -9` leaves a key down or changed.
@Suite(.desktopWithDialog, .serialized) struct KillTests {
  @Test(arguments: 1...3) func `a program that is killed while it types leaves the keyboard as it was`(
    time: Int
  ) async throws {
    let desktop = try SharedDesktop.current
    let keymap = try await Self.keymap(of: desktop)
    // Letters that no keyboard has, so that keys are on loan, and capitals, so that Shift is down.
    let text = String(repeating: "ŻÓŁĆ你好", count: 400)
    let run = try await ProgramRun.of(
      try Repository.fazmLinux(), ["act", "--app", "zenity", "type \"\(text)\""], environment: desktop.environment
    ) { pid in
      try await desktop.waitUntil("keys on loan") { try await Self.keymap(of: desktop) != keymap }
      kill(pid, SIGKILL)
    }
    #expect(run.exitCode == 128 + SIGKILL)
    try await desktop.waitUntil("the keyboard as it was") {
      let held = try await Self.heldKeys(of: desktop)
      return try await Self.keymap(of: desktop) == keymap && held == "0\n"
    }
  }

  private static func keymap(of desktop: Desktop) async throws -> String {
    try await desktop.run("xkbcomp", [desktop.environment["DISPLAY"] ?? "", "-"]).output
  }

  /// How many keys are down.
  private static func heldKeys(of desktop: Desktop) async throws -> String {
    let script = """
      import ctypes
      x11 = ctypes.CDLL("libX11.so.6")
      x11.XOpenDisplay.restype = ctypes.c_void_p
      keys = ctypes.create_string_buffer(32)
      x11.XQueryKeymap(ctypes.c_void_p(x11.XOpenDisplay(None)), keys)
      print(sum(byte.bit_count() for byte in keys.raw))
      """
    return try await desktop.run("python3", ["-c", script]).output
  }
}
