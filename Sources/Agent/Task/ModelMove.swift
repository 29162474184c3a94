import Model

/// That a stronger model takes over.
package struct ModelMove: Sendable {
  /// What the weaker model could not do. Each happens to models that are too small for a task.
  package enum Reason: Sendable, Hashable {
    /// Two of its replies could not be used.
    case unusableReplies
    /// Two replies in a row did nothing.
    case noEffect
    /// It said that the task cannot be done.
    case gaveUp(String)
    /// The server does not have it.
    case unknown
  }

  package var reason: Reason
  package var from: String
  package var to: ModelIdentity
  /// Nil where it is not known.
  package var price: Price?
}
