/// What a model client says that a whole session has cost so far. A turn's cost is the difference between two of them,
/// which the ledger takes, because a session may outlive the process.
package struct ReportedTotal: Sendable, Hashable {
  /// The client's own name for the session, the same when it is resumed.
  package var session: String
  package var amount: NanoDollars
  /// Whether this process began the session, and nothing of it was reported before: an older session that happens to
  /// have the same name is then not continued.
  package var isFirst: Bool

  package init(session: String, amount: NanoDollars, isFirst: Bool = false) {
    self.session = session
    self.amount = amount
    self.isFirst = isFirst
  }
}
