import Foundation
import Model

/// What is known of a task when it begins.
package struct NewTask: Sendable, Hashable {
  /// The person's own words.
  package var request: String?
  /// The program of the window that it begins on; never the window's title, which may tell what is in it.
  package var program: String?
  package var identity: ModelIdentity
  package var limits: TaskLimits
  /// Whether a stronger model may take over.
  package var mayMoveUp: Bool

  package init(
    request: String?, program: String?, identity: ModelIdentity, limits: TaskLimits = TaskLimits(),
    mayMoveUp: Bool = false
  ) {
    self.request = request
    self.program = program
    self.identity = identity
    self.limits = limits
    self.mayMoveUp = mayMoveUp
  }
}

/// What a task may spend; nil is no limit.
package struct TaskLimits: Sendable, Hashable {
  package var budget: NanoDollars?
  package var tokens: Int?
  package var turns: Int?
  package var images: Int?

  package init(budget: NanoDollars? = nil, tokens: Int? = nil, turns: Int? = nil, images: Int? = nil) {
    self.budget = budget
    self.tokens = tokens
    self.turns = turns
    self.images = images
  }
}

package enum TaskState: String, Sendable, CaseIterable, Codable {
  case running
  case done
  /// The model gave up, and said why.
  case failed
  /// The person stopped it.
  case stopped
  /// A limit was reached.
  case budget
  case error
  /// Its process vanished.
  case interrupted
}

/// A task as the ledger has it, with the sums of its turns.
package struct TaskRecord: Sendable, Hashable {
  package var id: TaskID
  package var request: String?
  package var program: String?
  package var mode: BillingMode
  package var model: String
  /// Whether a stronger model may take over.
  package var mayMoveUp: Bool
  package var limits: TaskLimits
  package var state: TaskState
  package var started: Date
  package var ended: Date?
  package var total: Total
}
