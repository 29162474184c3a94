import Input
import Ledger
import Model
import Outline

/// What happens in a task, as it happens: the source of everything that a person or a program is shown.
package enum TaskEvent: Sendable {
  case started(TaskStart)
  /// Something takes time: what is waited for, and what that can cost at most, where that is known.
  case waiting(String, atMost: NanoDollars?)
  /// From here on somebody else answers and is paid, as the person wants it.
  case switched(ModelIdentity)
  case movedUp(ModelMove)
  /// A sentence that the person should see.
  case notice(String)
  case warning(SpendingWarning)
  case turn(TurnReport)
  /// What the model is shown in a rehearsal.
  case outline(String)
  /// What the model's reply would do, in a rehearsal.
  case plan([StepPlan])
  case ended(TaskEnd)
}

/// How a task begins.
package struct TaskStart: Sendable {
  package var id: String
  package var request: String
  package var window: Window
  package var identity: ModelIdentity
  package var limits: Limits
  /// What it used before, where it is taken up again.
  package var past: TaskUse?
  /// How many days old the model's price is, where it is so old that it may have changed.
  package var daysOfOldPrice: Int?
}

/// One turn: what the model answered, what became of it, and what it cost.
package struct TurnReport: Sendable {
  package var number: Int
  /// What each command did; empty where the reply did not parse.
  package var steps: [StepReport]
  /// How many commands were not run after the last one.
  package var notRun: Int
  /// What was wrong with a reply that could not be run.
  package var repair: String?
  package var usage: Usage
  package var delta: Cost
  /// What the task has cost so far; the least that it has where a cost is unknown.
  package var total: NanoDollars
  package var isTotalIncomplete: Bool
  /// What it has cost at most, with calls of unknown cost at what was reserved for them; nil where that has no bound.
  package var totalAtMost: NanoDollars?
  package var tokens: Int
  package var limits: Limits
  package var images: Int
  /// By the built-in estimate.
  package var outlineTokens: Int
  package var duration: Duration
}

/// How a task ended.
package struct TaskEnd: Sendable {
  package var task: TaskID
  package var isRehearsal: Bool
  package var outcome: TaskOutcome
  package var turns: Int
  package var total: NanoDollars
  package var isTotalIncomplete: Bool
  /// What it has cost at most, with calls of unknown cost at what was reserved for them; nil where that has no bound.
  package var totalAtMost: NanoDollars?
  package var tokens: Int
  package var images: Int
  /// What the person had in the clipboard, where the task used that only to bring something elsewhere.
  package var clipboard: ClipboardContent?
}

package enum TaskOutcome: Sendable, Equatable {
  /// The model says that it is done, with its words or the answer.
  case done(String)
  /// The model gave up, with its reason.
  case failed(String)
  /// A limit stopped the task before it could be broken.
  case budget(BudgetReached)
  case model(ModelError)
  case view(ViewError)
  /// The replies were of no use, even after two repairs.
  case unusableReply(UnusableReply)
  case question(String)
  /// The first reply was shown, and nothing was done.
  case rehearsed
  /// The replies did nothing, time and again.
  case stuck
  case interrupted
}

/// Why a reply could not be used.
package enum UnusableReply: Error, Sendable, Hashable {
  case empty
  case cutOff
  case refused
  case notCommands(String)
  /// The model needs a longer context than it has.
  case tooLong
}
