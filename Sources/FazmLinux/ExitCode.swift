/// What the program exits with. The numbers are part of its public surface.
enum ExitCode: Int32, CaseIterable, Error {
  case done = 0
  case taskFailed = 1
  case usage = 2
  case noDisplay = 10
  case noAccessibilityBus = 11
  case nothingFocused = 12
  case noTree = 13
  case unknownWindow = 14
  case windowClosed = 15
  case notResponding = 16
  case denied = 17
  case busy = 18
  case unknownModel = 20
  case unknownPrice = 21
  case missingKey = 22
  case rejectedKey = 23
  case rateLimited = 24
  case spendCap = 25
  case overloaded = 26
  case unreachable = 27
  case badReply = 28
  case badRequest = 29
  case staleRef = 40
  case stepFailed = 41
  case question = 42
  case budgetReached = 50
  case ledgerNotWritable = 60
  case interrupted = 130

  /// The line of `--help` and the man page.
  var meaning: String {
    switch self {
    case .done: "done"
    case .taskFailed: "the task could not be done; the reason is shown"
    case .usage: "the options or the configuration are wrong"
    case .noDisplay: "no X display or no window manager"
    case .noAccessibilityBus: "no accessibility bus"
    case .nothingFocused: "no window has the focus"
    case .noTree: "the program exposes no accessible tree"
    case .unknownWindow: "no such window or program"
    case .windowClosed: "the window was closed in mid-task"
    case .notResponding: "the program did not respond"
    case .denied: "the program is closed to tasks by the policy"
    case .busy: "another task works on this display"
    case .unknownModel: "the server does not know the model"
    case .unknownPrice: "a budget or a cap in dollars, but the model's price is unknown"
    case .missingKey: "no key, program, login or keyring is there for the billing mode"
    case .rejectedKey: "the key or login was rejected"
    case .rateLimited: "rate limited"
    case .spendCap: "a spend cap or a plan's limit, or no credit is left"
    case .overloaded: "the server is overloaded or broken"
    case .unreachable: "the server cannot be reached, or the program that answers for the model failed"
    case .badReply: "the model's reply was of no use: empty, cut off, refused or not in the command language"
    case .badRequest: "the server did not accept the request"
    case .staleRef: "act: a ref that is gone, changed or was never shown"
    case .stepFailed: "act: a command was refused"
    case .question: "the model asked a question that nobody could answer"
    case .budgetReached: "a budget, a cap or a limit was reached"
    case .ledgerNotWritable: "the ledger cannot be written; nothing was spent"
    case .interrupted: "stopped by a signal"
    }
  }
}
