/// Names a task in the ledger.
package struct TaskID: Sendable, Hashable, CustomStringConvertible {
  package let ulid: ULID
  package var description: String { ulid.description }
  /// The end of it, which is chance and all but surely names the task; ``Ledger/task(named:)`` finds it again.
  package var short: String { String(ulid.description.suffix(6)) }

  init(_ ulid: ULID) {
    self.ulid = ulid
  }

  /// The id that `text` spells, nil where it spells none.
  package init?(_ text: some StringProtocol) {
    guard let ulid = ULID(text) else { return nil }
    self.ulid = ulid
  }
}

/// Names a turn in the ledger.
package struct TurnID: Sendable, Hashable, CustomStringConvertible {
  package let ulid: ULID
  package var description: String { ulid.description }

  init(_ ulid: ULID) {
    self.ulid = ulid
  }

  /// The id that `text` spells, nil where it spells none.
  package init?(_ text: some StringProtocol) {
    guard let ulid = ULID(text) else { return nil }
    self.ulid = ulid
  }
}
