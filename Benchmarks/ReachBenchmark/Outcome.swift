/// Where the accessible of a pair was seen.
package struct Outcome: Sendable {
  /// In the outline for the request.
  package var isInOutline = false
  /// In the answer to one `find`.
  package var isFound = false
  /// In the answer to one `expand`.
  package var isExpanded = false
  /// What the outline cost.
  package var tokens = 0

  package var isReached: Bool { isInOutline || isFound || isExpanded }
}
