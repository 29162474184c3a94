import Commands

extension FolderJob {
  /// Answers what stands in front of the file manager: never so that something is overwritten.
  mutating func answerDialog(_ view: ReadView, _ outcome: Outcome) -> [Command] {
    dialogs += 1
    guard dialogs <= Self.mostDialogs else { return [.fail("\(quoted(view)) keeps coming back\(report.soFar)")] }
    let dialog = DialogView(view)
    if outcome.refusal != nil, answered == view.title {
      // Its button may not be pressed: leaving it undone is always allowed.
      answered = nil
      return [.key(Chord(modifiers: [], key: "Escape"))]
    }
    answered = view.title
    if case .creating = phase { return name(in: dialog, view) }
    guard isBusy else { return [.fail("\(quoted(view)) is open: answer it, and ask again\(report.soFar)")] }
    switch dialog.kind {
    case .conflict:
      if case .moving(var batch) = phase {
        batch.hasConflict = true
        phase = .moving(batch)
      }
      last?.hasConflict = true
      return dialog.leaving
    case .progress: return [.gone(view.title, seconds: 60)]
    case .message(let text):
      if !report.problems.contains(text) { report.problems.append(text) }
      return dialog.leaving
    case .other: return [.fail("I do not know what to answer to \(quoted(view))\(report.soFar)")]
    }
  }

  private func quoted(_ view: ReadView) -> String { "the dialog \"\(view.title)\"" }

  private static let mostDialogs = 60
}
