import Foundation
import Model

/// What is known of a turn before its call.
package struct NewTurn: Sendable, Hashable {
  package var identity: ModelIdentity
  /// Which words the model is sent, such as a hash of them.
  package var promptVersion: String
  /// The estimated tokens of the outline, or of the diff, that goes with this turn.
  package var outlineTokens: Int?
  /// How many pictures this turn adds to the conversation, and their estimated tokens.
  package var images: Int
  package var imageTokens: Int
  /// What the call can use at most.
  package var most: CallEstimate?

  package init(
    identity: ModelIdentity, promptVersion: String, outlineTokens: Int? = nil, images: Int = 0, imageTokens: Int = 0,
    most: CallEstimate? = nil
  ) {
    self.identity = identity
    self.promptVersion = promptVersion
    self.outlineTokens = outlineTokens
    self.images = images
    self.imageTokens = imageTokens
    self.most = most
  }
}

package enum TurnState: String, Sendable, CaseIterable, Codable {
  /// Its call is under way.
  case started
  case finished
  case failed
  /// It was stopped, or its process vanished; the server may have billed it.
  case interrupted
}

/// A turn as the ledger has it.
package struct TurnRecord: Sendable, Hashable {
  package var id: TurnID
  package var task: TaskID
  /// Counted from 1 within the task.
  package var number: Int
  package var state: TurnState
  /// The program of the task's window.
  package var program: String?
  package var mode: BillingMode
  package var host: String?
  package var requestedModel: String
  package var resolvedModel: String?
  package var promptVersion: String
  package var outlineTokens: Int?
  package var images: Int
  package var imageTokens: Int
  package var started: Date
  package var milliseconds: Int?
  package var usage: Usage
  /// What this turn added to the task's total.
  package var cost: Cost
  /// The most that it can have cost, by what was reserved before the call; nil where the model has no price.
  package var mostCost: NanoDollars?
  package var priceTableVersion: String?
  /// The task's total after this turn.
  package var taskCostAfter: CostTotal
  package var retries: Int
  package var stopReason: String?
  package var errorType: String?
  package var httpStatus: Int?
  package var requestID: String?

  /// The model that answered, or the one that was asked.
  package var model: String { resolvedModel ?? requestedModel }

  /// The same without the date of a snapshot, so that sums by model do not part what has one price.
  package var modelFamily: String {
    guard let dash = model.lastIndex(of: "-") else { return model }
    let date = model[model.index(after: dash)...]
    return date.utf8.count == 8 && date.utf8.allSatisfy { (48...57).contains($0) } ? String(model[..<dash]) : model
  }
}
