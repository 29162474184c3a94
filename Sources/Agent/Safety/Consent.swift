import Prompts

/// When a person is asked before a command is carried out.
package enum ConfirmMode: String, Sendable, CaseIterable {
  /// Before what cannot be undone.
  case risky
  case always
  case never
}

/// Asks a person's leave, as far as the mode wants it. Where nobody can be asked, the answer is no.
package struct Consent: Sendable {
  package var mode: ConfirmMode
  private let ask: @Sendable (String) async -> Bool

  package init(mode: ConfirmMode, ask: @escaping @Sendable (String) async -> Bool) {
    self.mode = mode
    self.ask = ask
  }

  /// For commands that a person gives word for word.
  package static let given = Consent(mode: .never) { _ in true }

  /// Whether the person has to be asked about a command that risks `risk`.
  func isNeeded(for risk: Risk?) -> Bool {
    switch mode {
    case .never: false
    case .always: true
    case .risky: risk != nil
    }
  }

  /// Whether the person allows a command that would `act`.
  func isGiven(for act: String) async -> Bool {
    await ask(act)
  }
}
