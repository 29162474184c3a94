import Model

extension TaskRunner {
  /// After so many replies that could not be used, or that did nothing, a stronger model takes over.
  static let failuresBeforeMove = 2

  /// Whether a stronger model takes over: the next of those that the task may be given to, where the budget has room
  /// for it.
  mutating func movesUp(because reason: ModelMove.Reason) async -> Bool {
    let from = model.identity.model
    guard !isRehearsal, let place = ladder.firstIndex(of: from), let name = ladder.dropFirst(place + 1).first,
      let next = model.asking(name)
    else { return false }
    do {
      _ = try estimate(for: next.identity, within: [])
    } catch {
      person.see(.notice("\(name) would take over from \(from), but the budget has no room for it."))
      return false
    }
    await model.close()
    model = next
    conversation.forgetThinking()
    repairs = 0
    progress = Progress()
    person.see(.movedUp(ModelMove(reason: reason, from: from, to: next.identity, price: prices[name]?.price)))
    return true
  }

  /// Tells in short what was said, where reading it again and again has become dear. A model that is built in reads
  /// for nothing, and reads all.
  mutating func condenseIfDear() {
    guard conversation.isDear, model.identity.mode != .offline, steps.isAllowed else { return }
    let before = conversation.tokens
    let outline = steps.outline(for: request)
    conversation.condense(outline: outline.text)
    outlineTokens = outline.tokens
    person.see(
      .notice(
        "What was said so far had grown to \(before) tokens, which every turn pays for again: from here on it is told in short (\(conversation.tokens))."
      ))
  }
}
