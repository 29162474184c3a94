/// What became of the accessible that a ref stands for.
package enum Resolution: Sendable, Hashable {
  /// It is at this place in the snapshot.
  case found(Int)
  /// It is not in the window any more.
  case gone
  /// It has another name now, so that it may not be what was meant.
  case changed(nameNow: String)
  /// More than one accessible answers to it.
  case ambiguous
  /// No outline of this task showed the ref.
  case unknown
}
