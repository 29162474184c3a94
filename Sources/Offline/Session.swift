import Commands

/// One task as the offline model sees it: what it has read and what it is doing.
struct Session: Sendable {
  private enum Job: Sendable {
    case folder(FolderJob)
    case steps(DirectJob)
    case none
  }

  private var view = ReadView()
  private var job: Job?
  private var commands: [Command] = []

  /// The commands that answer the next message of the conversation.
  mutating func answer(_ text: String) -> [Command] {
    let message = UserMessage(text)
    if job == nil { job = Self.job(for: message.request ?? "") }
    var outcome = Outcome(unused: commands)
    if message.hasScreen {
      view.read(message.screen, after: commands)
      outcome = Outcome(lines: message.words, of: commands)
    }
    switch job {
    case .folder(var folder):
      commands = folder.next(view, outcome, after: commands)
      job = .folder(folder)
    case .steps(var steps):
      commands = steps.next(view, outcome, after: commands)
      job = .steps(steps)
    case nil, .some(.none): commands = [.fail(Self.limits)]
    }
    return commands
  }

  private static func job(for request: String) -> Job {
    switch Intention(request) {
    case .folder(let goal, let name): .folder(FolderJob(goal: goal, expectedName: name))
    case .steps(let steps): .steps(DirectJob(steps: steps))
    case .unknown: .none
    }
  }

  /// What it says to everything that it does not understand.
  private static let limits = """
    offline I can do direct requests (click Save, type "x" into Name, press ctrl+s) and organize a folder; for \
    anything else configure a model: run fazm-linux login, or set ANTHROPIC_API_KEY or ANTHROPIC_BASE_URL
    """
}
