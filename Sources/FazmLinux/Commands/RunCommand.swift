import Agent
import Foundation
import Ledger
import Model
import Outline
import Prompts
import Settings

/// Carries out a request on a window: what the program is for.
struct RunCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux", operands: "\"REQUEST\"",
    summary: """
      Does what you ask in the focused window, reading it through the accessibility tree instead of screenshots.

      Other commands, each with --help:
        fazm-linux tree      shows a window as the model reads it
        fazm-linux act       runs commands of the model's language
        fazm-linux windows   lists the open windows
        fazm-linux stop      stops the task on this display
        fazm-linux usage     shows what tasks cost
        fazm-linux prices    shows the price table
        fazm-linux login     keeps an API key in the desktop's keyring; logout forgets it
        fazm-linux doctor    checks this desktop
      """,
    options: [
      Option(
        "continue",
        "Take up again the last task that is not done, or the TASK that stands in the request's place: in its own entry "
          + "of the ledger, with the same payer and limits where you give no others"
      ),
      Option("app", value: "NAME", "Work on this program's window instead of the focused one"),
      Option("window", value: "ID", "Work on this window (see fazm-linux windows)"),
      Option(
        "billing", value: "MODE",
        "Who pays: api, endpoint, subscription (your own claude program), acp (an agent) or offline. Default: endpoint where ANTHROPIC_BASE_URL is set, else api where there is a key, else offline"
      ),
      Option("agent", value: "COMMAND", "The agent of billing mode acp, with its arguments: 'gemini --acp'"),
      Option("model", value: "NAME", "The model: haiku (the default), sonnet, opus, a full id, or auto (see below)"),
      Option(
        "ca-file", value: "FILE",
        "Trust these certificates (PEM) instead of the system's; claude and agents are told so in NODE_EXTRA_CA_CERTS and SSL_CERT_FILE"
      ),
      Option("budget-usd", value: "USD", "Spend at most this many dollars on the task"),
      Option("budget-tokens", value: "N", "Use at most this many tokens, in and out"),
      Option("max-turns", value: "N", "Ask the model at most so often (default 40)"),
      Option("max-images", value: "N", "Send at most so many pictures (default and most: 20)"),
      Option(
        "confirm", value: "WHEN", "Ask before acting: risky (what cannot be undone; the default), always or never"),
      Option(
        "keep-going",
        "Do not pause when you take the mouse or the keyboard. A paused task asks whether to go on; where it cannot, it waits until both have been still for \(TaskRunner.stillness.components.seconds) s"
      ),
      Option("tree-budget", value: "N", "Tokens that one outline may take, 60 to 2000 (default 200)"),
      Option(
        "dry-run",
        "Show what the model reads and what its first reply would do, and do none of it. It costs one call of the model"
      ),
      Option(
        "json",
        "Print one event a line as JSON. The events question, confirm and pause take their answer from a line of standard input; confirm and pause want yes"
      ),
      Option("quiet", short: "q", "Print the result only"),
    ],
    details: modelsHelp + "\n\n" + capsHelp + "\n\n" + exitCodes)

  private static let modelsHelp = """
    --model auto begins with the cheapest of haiku, sonnet and opus, and hands the task to the next one when two of its \
    replies cannot be used, when two in a row do nothing, when it says that the task cannot be done, or when the server \
    does not have it. Each move is shown with its price, and is not made where the budget has no room for it. It works \
    in modes api, endpoint and subscription; an agent of mode acp chooses its model itself, and offline has none.
    """

  private static let capsHelp = """
    Caps, as settings of the configuration file (~/.config/fazm-linux/config, under a line [fazm-linux]), limit what all tasks \
    together may spend in dollars: cap-day-usd, cap-month-usd and cap-total-usd whoever pays, cap-MODE-day-usd and so \
    on for one billing mode. cap-api-total-usd is \(CapSettings.apiAllowance.limit.decimal) where it is not set; \
    cap-api-total-usd = none takes it away. Before a call that could break a cap you are asked whether to go on, to stop or to switch to another billing mode, and the task stops where nobody \
    can be asked (on-cap = ask, the default). on-cap = stop always stops; on-cap = switch:MODE goes on in that mode and \
    says so. You are warned at 50, 80 and 95 % of each cap and budget.
    """

  /// The section of `--help` that documents the exit codes.
  static var exitCodes: String {
    "Exit codes:\n" + ExitCode.allCases.map { "  \($0.rawValue)\t\($0.meaning)" }.joined(separator: "\n")
  }

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let past = arguments.flags.contains("continue") ? try await PastTask.find(arguments) : nil
    let arguments = past?.arguments ?? arguments
    let request =
      past?.request ?? arguments.operands.joined(separator: " ").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !request.isEmpty else {
      throw Failure(.usage, "Say what to do: fazm-linux \"organize this folder\". See fazm-linux --help.")
    }
    let configuration = try Configuration.load()
    let settings = try TaskSettings(arguments, configuration)
    let watcher = settings.watcher
    let choice = try await ModelChoice.make(arguments, configuration, startingWith: past?.model) {
      watcher.see(.notice($0))
    }
    try settings.check(choice)
    let ledger = try Ledger()
    let pauses = !arguments.flags.contains("keep-going")
    let desktop = try await DesktopConnection.open(noticingPerson: pauses) { watcher.see(.notice($0)) }
    let window = try await DesktopConnection.window(
      on: desktop, id: arguments.values["window"], program: arguments.values["app"])
    try settings.policy.check(window)
    let isRehearsal = arguments.flags.contains("dry-run")
    let lock = try RunningTask.begin(request)
    let guest = await Guest(on: desktop)
    // To answer the dialog that stands over the window is part of the task.
    let front = await desktop.windows.dialog(over: window.id) ?? window
    if !isRehearsal, await desktop.windows.activeWindow()?.id != front.id {
      try await desktop.windows.activate(front.id, within: .seconds(2))
    }
    let observer = try await Observer(desktop: desktop, window: window)
    let steps = StepRunner(
      observer: observer, outliner: Outliner(budget: settings.treeBudget),
      consent: Consent(mode: settings.confirm) { await watcher.allows($0) }, policy: settings.policy)
    let runner = TaskRunner(
      request: request, context: context, model: choice.model, ladder: choice.ladder, prices: choice.prices,
      ledger: ledger,
      person: watcher, steps: steps, limits: settings.limits(for: choice.model.identity),
      caps: settings.caps.policy(otherModes: await ModelChoice.ready(arguments, configuration)) { mode in
        try await ModelChoice.model(of: mode, arguments, configuration) { watcher.see(.notice($0)) }
      }, isRehearsal: isRehearsal, continuing: past?.id)
    if let notice = choice.notice { watcher.see(.notice(notice)) }
    if pauses, !desktop.input.noticesPerson { watcher.see(.notice(blindNotice)) }
    let result: Result<TaskEnd, any Error>
    do {
      result = .success(
        try await Interruption.watch(desktop) { () async throws in
          var runner = runner
          return try await runner.run()
        })
    } catch {
      result = .failure(error)
    }
    if !isRehearsal { await guest.leave(taskWindow: window, clipboard: try? result.get().clipboard) }
    await choice.model.close()
    _ = consume lock
    return try result.get().outcome.exitCode
  }

  private static let blindNotice = """
    This desktop does not tell when you take the mouse or the keyboard, so the task does not pause then: stop it with \
    Ctrl-C or fazm-linux stop.
    """

  /// One line of what a person at this desk would know.
  private static var context: String {
    let date = Date.now.formatted(.iso8601.year().month().day())
    return Prompts.steps(Conversation.Key.self)(.context, ["date": date, "home": Locations.home])
  }
}
