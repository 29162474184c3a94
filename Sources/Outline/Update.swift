/// What a window shows after a step.
package enum Update: Sendable, Equatable {
  /// Lines that begin with `+`, `-` or `~`, or the word that nothing changed.
  case diff(Outline)
  case outline(Outline)

  package var text: String { content.text }
  package var tokens: Int { content.tokens }

  private var content: Outline {
    switch self {
    case .diff(let outline), .outline(let outline): outline
    }
  }
}
