import Commands
import Ledger
import Screen

/// What became of one command.
package struct StepReport: Sendable {
  package var command: Command
  package var route: Route?
  package var effect: Effect
  /// What the command brings back for the model to read: what was found, expanded or read.
  package var answer: String?
  package var picture: Screenshot?

  package init(
    _ command: Command, route: Route? = nil, effect: Effect, answer: String? = nil, picture: Screenshot? = nil
  ) {
    self.command = command
    self.route = route
    self.effect = effect
    self.answer = answer
    self.picture = picture
  }
}

/// How a command reached the program.
package enum Route: String, Word {
  /// Its accessibility action.
  case action
  /// Its editable text.
  case text
  /// Its accessible value.
  case value
  /// The selection of its container.
  case selection
  case pointer
  case keyboard
  /// The window manager.
  case window
}

/// What a command did, as far as the window shows.
package enum Effect: Sendable, Hashable {
  /// The state that it should change did change.
  case confirmed
  /// Something else in the window changed.
  case changed
  /// Nothing that can be seen changed.
  case nothing
  /// It was not carried out, and why.
  case refused(StepError)

  /// The word that reports and the ledger use.
  package var word: EffectWord {
    switch self {
    case .confirmed: .confirmed
    case .changed: .changed
    case .nothing: .nothing
    case .refused: .refused
    }
  }
}

package enum EffectWord: String, Word {
  case confirmed, changed, nothing, refused
}
