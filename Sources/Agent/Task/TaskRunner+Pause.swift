import Outline

extension TaskRunner {
  /// How long the person must leave mouse and keyboard alone before a task goes on by itself.
  package static let stillness = Duration.seconds(5)
  private static let stillnessPoll = Duration.milliseconds(100)

  /// Waits while the person works in `window` or elsewhere: for their word, or where nobody can be asked until they have
  /// been still for a while. Then it goes back to where the task was.
  mutating func giveWay(in window: Window) async throws(TurnError) {
    switch await person.letsGoOn() {
    case true?: break
    case false?: throw .ends(.interrupted)
    case nil:
      let seconds = Self.stillness.components.seconds
      person.see(
        .notice(
          "You took the mouse or the keyboard, so the task waits until you have left both alone for \(seconds) s."))
      await waitForStillness()
    }
    guard !Task.isCancelled else { throw .ends(.interrupted) }
    do {
      try await steps.comeBack(to: window)
    } catch {
      throw .ends(.view(error))
    }
  }

  private func waitForStillness() async {
    let time = steps.desktop.time
    var end = time.now + Self.stillness
    while time.now < end, !Task.isCancelled {
      await time.sleep(for: Self.stillnessPoll)
      if await steps.isTakenOver() { end = time.now + Self.stillness }
    }
  }

  /// What the model is shown after its commands: what changed, or all of it where the person may have changed anything.
  mutating func view(isTakenOver: Bool) -> Update {
    guard isTakenOver else { return steps.update() }
    return .outline(steps.outline(for: request))
  }
}
