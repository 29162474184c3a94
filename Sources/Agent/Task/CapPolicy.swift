import Ledger
import Model

/// The caps that hold beside a task's own limits, and what happens when the next call could break one.
package struct CapPolicy: Sendable {
  package var caps: [Cap]
  package var onCap: OnCap
  /// The modes that a task could go on in.
  package var otherModes: [BillingMode]
  /// The model of another mode.
  package var connect: @Sendable (BillingMode) async throws(NotConnected) -> any LanguageModel

  package init(
    caps: [Cap] = [], onCap: OnCap = .ask, otherModes: [BillingMode] = [],
    connect: @escaping @Sendable (BillingMode) async throws(NotConnected) -> any LanguageModel = {
      mode throws(NotConnected) in throw NotConnected(sentence: "There is no \(mode.rawValue).")
    }
  ) {
    self.caps = caps
    self.onCap = onCap
    self.otherModes = otherModes
    self.connect = connect
  }
}

/// What the person wants done when a cap is reached, without being asked or by being asked.
package enum OnCap: Sendable, Hashable {
  case ask
  case stop
  case switchTo(BillingMode)
}

/// Why a mode cannot be switched to.
package struct NotConnected: Error, Sendable {
  package var sentence: String

  package init(sentence: String) {
    self.sentence = sentence
  }
}

/// That a cap is reached, put to the person.
package struct CapQuestion: Sendable, Hashable {
  package var use: CapUse
  /// What the next call costs at least to be of use; nil where the model has no price.
  package var nextCall: NanoDollars?
  package var choices: [CapChoice]

  /// The limit that going on agrees to; nil where no limit can be kept, because the model has no price.
  package var nextLimit: NanoDollars? { nextCall.map { use.nextLimit(forCall: $0) } }
}

package enum CapChoice: Sendable, Hashable {
  case goOn
  case stop
  case switchTo(BillingMode)
}
