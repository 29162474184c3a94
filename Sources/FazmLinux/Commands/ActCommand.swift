import Agent
import Commands
import Foundation
import Ledger
import Outline
import Screen
import Settings

/// Runs commands of the model's language, for scripts and by hand.
struct ActCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux act", operands: "COMMAND…",
    summary: """
      Runs commands such as 'click b3' or 'type e5 "hello" enter' on the window that fazm-linux tree showed last.
      Each is one argument, or one line of standard input where there is none. Nothing is done when one does not parse
      or names a ref that is not there. What you write here is done without asking, even what cannot be undone.
      """,
    options: [
      Option("app", value: "NAME", "Work on this program's window instead"),
      Option("window", value: "ID", "Work on this window"),
      Option("picture", value: "FILE", "Where look saves its picture (PNG)"),
      Option("dry-run", "Show what each command would do to the window as it is now, and do none of it"),
      Option("json", "Print one step a line as JSON: {command, effect, route, reason}"),
    ],
    details: "The commands:\n" + Verb.allCases.map { "  \($0.form)" }.joined(separator: "\n") + "\n\n" + numbersHelp)

  private static let numbersHelp = """
    The number of wait and gone is seconds (5 where there is none, at most 120), that of scroll notches of the wheel (3 \
    where there is none, at most 100), that of read the character to read on from. A place to click is one in the picture that look \
    took last.
    """

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let commands = try parse(arguments.operands.isEmpty ? inputLines() : arguments.operands)
    let isRehearsal = arguments.flags.contains("dry-run")
    if commands.contains(where: \.isLook), arguments.values["picture"] == nil, !isRehearsal {
      throw Failure(.usage, "look needs a place for its picture: fazm-linux act --picture FILE look.")
    }
    let policy = ProgramPolicy(try Configuration.load())
    let desktop = try await DesktopConnection.open()
    let window = try await window(arguments, on: desktop)
    try policy.check(window)
    let observer = try await Observer(desktop: desktop, window: window)
    var steps = StepRunner(
      observer: observer, outliner: Outliner(budget: TreeCommand.unlimited, refs: KeptRefs.refs(of: window)),
      imagesLeft: 1, policy: policy)
    let dialog = await desktop.windows.dialog(over: window.id)
    try await check(commands, with: steps, behind: dialog)
    if isRehearsal {
      for plan in await steps.plan(commands) { try show(plan, arguments) }
      return .done
    }
    // The tree of a window shows the dialog in front of it, so that good refs are the dialog's.
    let front = commands.first?.refs.isEmpty == false ? dialog ?? window : window
    if await desktop.windows.activeWindow()?.id != front.id {
      try await desktop.windows.activate(front.id, within: .seconds(2))
      try await steps.observer.observe()
      try await check(commands, with: steps, behind: dialog)
    }
    let (run, isStopped) = try await Interruption.watch(desktop) { [steps] () async throws in
      var steps = steps
      let run = await steps.run(commands)
      try KeptRefs.save(steps.outliner.refs, of: steps.observer.window)
      return (run, Task.isCancelled)
    }
    for report in run.reports { try show(report, arguments) }
    if isStopped { throw Failure(.interrupted, TaskOutcome.interrupted.sentence) }
    if let error = run.viewError, !run.hasClosedItsWindow { throw Failure(error) }
    if let title = run.shiftedTo, let next = run.notRun.first {
      let advice = "Where you expect that, put 'wait \"\(title)\"' first"
      throw Failure(.stepFailed, "Stopped before \(next), because \"\(title)\" opened. \(advice).")
    }
    return exitCode(run)
  }

  private static func parse(_ lines: [String]) throws -> [Command] {
    guard !lines.isEmpty else {
      throw Failure(.usage, "Say what to do: fazm-linux act 'click b3'. See fazm-linux act --help.")
    }
    return try lines.map { line in
      do {
        return try Command.parse(line)
      } catch {
        throw Failure(.usage, "\"\(line)\": \(error)")
      }
    }
  }

  private static func inputLines() -> [String] {
    let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }

  /// The window of the refs, unless another one is named.
  private static func window(_ arguments: ParsedArguments, on desktop: Desktop) async throws -> Window {
    let (id, program) = (arguments.values["window"], arguments.values["app"])
    guard id == nil, program == nil, let kept = KeptRefs.load() else {
      return try await DesktopConnection.window(on: desktop, id: id, program: program)
    }
    guard let window = await desktop.windows.window(kept.window), kept.isFor(window) else {
      throw Failure(.staleRef, "The window that fazm-linux tree showed is closed. Run fazm-linux tree again.")
    }
    return window
  }

  /// Nothing is done where a ref is stale, or what it names is behind a dialog.
  private static func check(_ commands: [Command], with steps: StepRunner, behind dialog: Window?) async throws {
    for ref in commands.flatMap(\.refs) {
      guard let problem = steps.problem(with: ref), await !steps.isUnread(ref) else { continue }
      if let dialog { throw ScreenError.behindDialog(dialog.title) }
      throw Failure(.staleRef, "\(problem.sentence). Run fazm-linux tree again.")
    }
  }

  private static func show(_ plan: StepPlan, _ arguments: ParsedArguments) throws {
    if arguments.flags.contains("json") {
      try Output.json(PlanJSON(plan))
    } else {
      Output.line(TerminalWatcher.line(for: plan))
    }
  }

  private static func show(_ report: StepReport, _ arguments: ParsedArguments) throws {
    if let picture = report.picture, let file = arguments.values["picture"] {
      do {
        try Data(picture.png).write(to: URL(fileURLWithPath: file))
      } catch {
        throw Failure(.stepFailed, "The picture cannot be written to \(file): choose another place for it.")
      }
    }
    if arguments.flags.contains("json") {
      try Output.json(StepJSON(report))
    } else {
      let route = report.route.map { " (\($0.rawValue))" } ?? ""
      let effect =
        switch report.effect {
        case .refused(.stopped): "stopped"
        case .refused(let error): "refused, \(error.sentence)"
        default: "\(report.effect.word.rawValue)\(route)"
        }
      Output.line("\(report.command): \(effect)")
      if let answer = report.answer { Output.line(answer) }
    }
  }

  /// Why a command was refused is told with its step.
  private static func exitCode(_ run: StepRun) -> ExitCode {
    guard case .refused(let error) = run.reports.last?.effect else { return .done }
    return switch error {
    case .gone, .renamed, .unknownRef, .ambiguous: .staleRef
    default: .stepFailed
    }
  }
}

extension Command {
  fileprivate var isLook: Bool { if case .look = self { true } else { false } }
}
