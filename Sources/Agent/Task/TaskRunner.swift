import Commands
import Foundation
import Ledger
import Model
import Outline
import Prompts

/// Runs one task: observe, ask, act, settle, record, until it is done or a limit is reached.
package struct TaskRunner: Sendable {
  /// The output tokens of one reply, thinking included, where no budget makes them fewer.
  static let wantedOutput = 2048
  /// How many replies that cannot be used may be answered with what was wrong, in one task.
  static let mostRepairs = 2

  let request: String
  let context: String
  /// Who answers, until the person has another mode pay.
  var model: any LanguageModel
  /// The models that may take over from each other, the weakest first; none where the person chose one.
  let ladder: [String]
  let prices: PriceTable
  let ledger: Ledger
  let person: any Person
  var steps: StepRunner
  var budget: Budget
  var conversation: Conversation
  var repairs = 0
  var progress = Progress()
  /// Tokens of the outline or update that the next call carries first.
  var outlineTokens = 0
  var newImages = 0
  var newImageTokens = 0
  var isLastImageTold = false
  /// Only shows what the model's first reply would do.
  let isRehearsal: Bool
  var policy: CapPolicy
  /// Caps that cannot be kept, which the person agreed to for this task.
  var waivedCaps: Set<Cap> = []

  /// The task that is taken up again; nil where a new one begins.
  let pastTask: TaskID?

  /// With `continuing`, the task that ended before it was done goes on in its own entry of the ledger.
  package init(
    request: String, context: String, model: any LanguageModel, ladder: [String] = [], prices: PriceTable,
    ledger: Ledger,
    person: any Person, steps: StepRunner, limits: Limits, caps: CapPolicy = CapPolicy(), isRehearsal: Bool = false,
    continuing pastTask: TaskID? = nil, mark: String = Conversation.randomMark()
  ) {
    self.isRehearsal = isRehearsal
    self.pastTask = pastTask
    self.request = request
    self.context = context
    self.model = model
    self.ladder = ladder
    self.prices = prices
    self.ledger = ledger
    self.person = person
    self.steps = steps
    self.steps.imageLimit = limits.images
    policy = caps
    budget = Budget(limits: limits)
    conversation = Conversation(mark: mark)
  }

  /// Runs the task to its end. Nothing is done when the ledger cannot be written.
  package mutating func run() async throws(LedgerError) -> TaskEnd {
    let (task, done) = try await begin()
    let outcome = try await outcome(of: task, alreadyDone: done)
    await model.close()
    // A dry run is over however it ended: nothing that was only looked at is ever carried out later.
    try await ledger.end(task, as: isRehearsal ? .done : outcome.state)
    let end = TaskEnd(
      task: task, isRehearsal: isRehearsal, outcome: outcome, turns: budget.turns, total: budget.spent,
      isTotalIncomplete: budget.isIncomplete, totalAtMost: budget.spentAtMost, tokens: budget.tokens,
      images: steps.imagesTaken,
      clipboard: await steps.clipboardToPutBack())
    person.see(.ended(end))
    return end
  }

  private mutating func outcome(of task: TaskID, alreadyDone: [Step]) async throws(LedgerError) -> TaskOutcome {
    let outline = steps.outline(for: request)
    outlineTokens = outline.tokens
    if isRehearsal { person.see(.outline(outline.text)) }
    conversation.begin(request: request, context: context, alreadyDone: alreadyDone, outline: outline.text)
    while true {
      let turn: Turn
      do {
        turn = try await takeTurn(of: task)
      } catch {
        switch error {
        case .ledger(let error): throw error
        case .ends(.model(.unknownModel)) where await movesUp(because: .unknown): continue
        case .ends(let outcome): return outcome
        }
      }
      person.see(.turn(turn.report))
      if let outcome = turn.outcome { return outcome }
    }
  }
}

/// What ends a task in the middle of a turn.
enum TurnError: Error {
  case ledger(LedgerError)
  case ends(TaskOutcome)
}

extension TaskOutcome {
  /// How the ledger calls it.
  var state: TaskState {
    switch self {
    case .done, .rehearsed: .done
    case .failed, .question, .stuck: .failed
    case .budget: .budget
    case .interrupted: .stopped
    case .model, .view, .unusableReply: .error
    }
  }
}
