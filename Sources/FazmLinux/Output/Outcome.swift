import Agent
import Model

extension TaskOutcome {
  /// The word that `--json` uses.
  var word: String {
    switch self {
    case .done: "done"
    case .failed: "failed"
    case .budget: "budget"
    case .model: "model-error"
    case .view: "window-error"
    case .unusableReply: "bad-reply"
    case .question: "question"
    case .rehearsed: "rehearsed"
    case .stuck: "stuck"
    case .interrupted: "interrupted"
    }
  }

  /// What a person is told.
  var sentence: String {
    switch self {
    case .done(let text), .failed(let text): text
    case .question(let question): "The model asks: \(question) Run the task again with the answer in the request."
    case .budget(let reached): reached.sentence
    case .model(let error): error.description
    case .view(let error): Failure(error).sentence
    case .unusableReply(let reply): reply.sentence
    case .rehearsed: "Nothing was done: this was a dry run."
    case .stuck: "The model's commands did nothing, time and again, so the task stopped. Say it in another way."
    case .interrupted: "Stopped."
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .done, .rehearsed: .done
    case .failed, .stuck: .taskFailed
    case .question: .question
    case .budget(.unknownPrice), .budget(.cap(_, nextCall: nil)): .unknownPrice
    case .budget: .budgetReached
    case .model(let error): Failure(error).code
    case .view(let error): Failure(error).code
    case .unusableReply: .badReply
    case .interrupted: .interrupted
    }
  }
}

extension TaskEnd {
  /// What a person is told, with how the task is taken up again where that is of use.
  var sentence: String {
    guard outcome.canGoOn, !isRehearsal else { return outcome.sentence }
    let payer = outcome.isAboutMoney ? " (and --billing MODE, to have another mode pay)" : ""
    return "\(outcome.sentence) Take it up again with: fazm-linux --continue \(task.short)\(payer)"
  }
}

extension TaskOutcome {
  fileprivate var isAboutMoney: Bool {
    switch self {
    case .model(let error): error.isAboutMoney
    case .budget(.cap): true
    default: false
    }
  }

  /// Whether nothing but money, the model or the person was in the way.
  fileprivate var canGoOn: Bool {
    switch self {
    case .budget, .model, .interrupted, .unusableReply: true
    case .view(.windowClosed): true
    case .done, .failed, .view, .question, .stuck, .rehearsed: false
    }
  }
}

extension BudgetReached {
  var sentence: String {
    switch self {
    case .money(let limit, let spent):
      "The budget of \(limit) is reached (\(spent) spent): the next turn could go above it. Give more with --budget-usd."
    case .tokens(let limit, let spent):
      "The budget of \(limit) tokens is reached (\(spent) used): the next turn could go above it. Give more with --budget-tokens."
    case .turns(let limit):
      "The limit of \(limit) turns is reached. Give more with --max-turns."
    case .unknownPrice:
      "A budget in dollars cannot be kept: the model's price is unknown. Choose a model of `fazm-linux prices`, put its price into prices.json, or leave --budget-usd out."
    case .cap(let use, let nextCall):
      "\(use.reached(nextCall: nextCall)) Raise \(use.cap.key) in \(Locations.configuration), or choose another mode with --billing."
    }
  }
}

extension UnusableReply {
  var sentence: String {
    switch self {
    case .empty: "The model's replies were empty, so the task stopped. Try again or choose another model with --model."
    case .cutOff: "The model's replies were cut off, so the task stopped. Choose another model with --model."
    case .refused: "The model refused the request."
    case .notCommands:
      "The model did not answer in the command language, even after two corrections. Choose another model with --model."
    case .tooLong: "The task has become too long for the model. Start again with a smaller request."
    }
  }
}
