/// What a program answered when it was asked to do something.
///
/// It is no proof: programs accept what they then do not do. Whoever asks looks again.
package enum Answer: Sendable, Hashable {
  case accepted
  case declined
  /// It has not answered yet. An action that opens a modal dialog may answer only when that closes, so it may
  /// well be done.
  case unanswered
}
