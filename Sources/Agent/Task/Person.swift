/// Whoever watches a task and can be asked.
package protocol Person: Sendable {
  func see(_ event: TaskEvent)
  /// The answer to the model's question; nil where nobody can be asked.
  func answer(_ question: String) async -> String?
  /// Leave to do what cannot be undone; false where nobody can be asked.
  func allows(_ act: String) async -> Bool
  /// What to do about a cap that is reached: to stop where nobody can be asked.
  func decide(_ question: CapQuestion) async -> CapChoice
  /// Whether a task may go on that the person stopped by taking the mouse or the keyboard; nil where nobody can be asked.
  func letsGoOn() async -> Bool?
}
