import Accessibility
import Agent
import Foundation
import Input
import Ledger
import Model
import Outline
import Screen
import Settings

/// Checks what the program needs on this desktop, and says how to mend what is missing.
struct DoctorCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux doctor",
    summary:
      """
      Checks the display, the accessibility bus, every open window, the pointer and keyboard, the billing mode and the \
      ledger. A line begins with ok, with MISSING and says how to mend that, or with note: a window that nobody can make \
      readable, which the model sees only in pictures, and which is no fault.
      """,
    options: [
      Option("billing", value: "MODE", "Check this billing mode instead of the configured one"),
      Option("agent", value: "COMMAND", "The agent of billing mode acp"),
      Option("json", "As JSON: an array of {check, ok, detail}"),
    ])

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    var checks: [CheckJSON] = []
    await checkDisplay(&checks)
    let accessibility = await check("accessibility bus", &checks) {
      try await Accessibility.connect()
    } detail: { _ in
      "reached"
    }
    await checkInput(&checks)
    _ = await check("ledger", &checks) {
      try Ledger()
    } detail: {
      $0.path
    }
    _ = await check("billing mode", &checks) {
      let model = try await ModelChoice.make(arguments, Configuration.load(), onNotice: { _ in }).model
      await model.close()
      return model.identity
    } detail: {
      "\($0.mode.rawValue), \($0.model): draws from \($0.meter)"
    }
    _ = await check("prices", &checks) {
      try PriceTable.load(own: URL(fileURLWithPath: Locations.prices))
    } detail: {
      let old = $0.tooOld().isEmpty ? "" : "; some are older than \(PriceTable.mostDays) days: see fazm-linux prices"
      return "of \($0.date)\(old)"
    }
    if accessibility != nil, let desktop = try? await DesktopConnection.open() { checks += await windows(of: desktop) }
    if arguments.flags.contains("json") {
      try Output.json(checks)
    } else {
      for check in checks { Output.line("\(check.mark) \(check.check): \(check.detail)") }
    }
    return checks.first { !$0.ok }?.code ?? .done
  }

  private static func checkDisplay(_ checks: inout [CheckJSON]) async {
    guard !Locations.isWayland else {
      let detail = "Wayland: what can be clicked, checked or set works; pointer and pictures are out of reach"
      checks.append(CheckJSON(check: "display", ok: true, detail: detail))
      return
    }
    _ = await check("display", &checks) {
      try Screen.connect()
    } detail: { _ in
      "X11 with a window manager"
    }
  }

  private static func checkInput(_ checks: inout [CheckJSON]) async {
    guard !Locations.isWayland else { return await checkKeys(&checks) }
    _ = await check("pointer and keyboard", &checks) {
      try XInput.connect(noticingPerson: true)
    } detail: {
      $0.noticesPerson ? "XTEST" : "XTEST, but no XInput 2: it does not notice when you take them"
    }
  }

  /// That a Wayland session gives no keys is no fault: most can be done without.
  private static func checkKeys(_ checks: inout [CheckJSON]) async {
    do throws(InputError) {
      try await WaylandInput(token: RestoreToken(directory: Locations.state), onWaiting: {}).checkKeys()
      let detail = "the RemoteDesktop portal gives keys, once you allow it; no pointer"
      checks.append(CheckJSON(check: "keyboard", ok: true, detail: detail))
    } catch {
      checks.append(CheckJSON(check: "keyboard", ok: true, detail: error.description, isNote: true))
    }
  }

  private static func check<Value>(
    _ name: String, _ checks: inout [CheckJSON], _ body: () async throws -> Value, detail: (Value) -> String
  ) async -> Value? {
    do {
      let value = try await body()
      checks.append(CheckJSON(check: name, ok: true, detail: detail(value)))
      return value
    } catch {
      let failure = Failure(error)
      checks.append(CheckJSON(check: name, ok: false, detail: failure.sentence, code: failure.code))
      return nil
    }
  }

  /// What each open window exposes. That a program cannot expose anything, as xterm cannot, is no fault of the desktop.
  private static func windows(of desktop: Desktop) async -> [CheckJSON] {
    var checks: [CheckJSON] = []
    for window in await desktop.windows.windows() {
      let name = "window \"\(window.title)\" (\(window.program))"
      do throws(AccessibilityError) {
        let snapshot = try await desktop.accessibility.snapshot(
          of: window, popups: [], limit: Observer.snapshotLimit)
        let detail = "\(snapshot.nodes.count) accessibles, \(snapshot.toolkit)"
        checks.append(CheckJSON(check: name, ok: true, detail: detail))
      } catch {
        let failure = Failure(error)
        let isFault = error.canBeMended
        checks.append(
          CheckJSON(
            check: name, ok: !isFault, detail: failure.sentence, isNote: !isFault, code: isFault ? failure.code : .done)
        )
      }
    }
    return checks
  }
}

private struct CheckJSON: Encodable {
  var check: String
  var ok: Bool
  var detail: String
  /// True for what cannot be had and need not be.
  var isNote = false
  var code = ExitCode.done

  var mark: String { isNote ? "note   " : ok ? "ok     " : "MISSING" }

  private enum CodingKeys: String, CodingKey {
    case check, ok, detail
  }
}
