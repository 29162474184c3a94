import Commands

/// Carries out what a request says step by step, one step a turn, and tells what came of it.
struct DirectJob: Sendable {
  var steps: ArraySlice<DirectStep>
  /// What was done, in words.
  var deeds: [String] = []
  /// The deed of the step that is being carried out, until its result is known.
  var deed: String?
  /// What was looked for by `find`.
  var soughtName: NamePhrase?
  /// The titles of dialogs and windows that opened.
  var opened: String?
  /// The last step changed nothing that can be seen.
  var wasWithoutEffect = false
  private var title: String?

  init(steps: [DirectStep]) {
    self.steps = steps[...]
  }

  /// The next commands, given what the window shows and what came of the last ones.
  mutating func next(_ view: ReadView, _ outcome: Outcome, after commands: [Command]) -> [Command] {
    if let deed {
      if let refusal = outcome.refusal { return [.fail("\(refusal)\(soFar)")] }
      deeds.append(deed)
      self.deed = nil
      steps = steps.dropFirst()
      wasWithoutEffect = view.isUnchanged || !outcome.withoutEffect.isEmpty
      opened = view.title != title && view.isDialog ? view.title : nil
    }
    title = view.title
    guard let step = steps.first else { return [.done(summary)] }
    switch resolve(step, in: view) {
    case .commands(let commands, let deed):
      self.deed = deed
      soughtName = nil
      return commands
    case .seek(let name):
      guard soughtName == nil else { return [.fail(missing(name, view))] }
      soughtName = name
      return [.find(name.core)]
    case .problem(let sentence): return [.fail(sentence + soFar)]
    }
  }

  private func missing(_ name: NamePhrase, _ view: ReadView) -> String {
    let similar = (view.found ?? []).filter { $0.ref != nil && !$0.name.isEmpty }.prefix(4).map { "\"\($0.name)\"" }
    let hint = similar.isEmpty ? "" : "; there is \(FolderReport.list(Array(similar)))"
    return "I see nothing called \"\(name.core)\" here\(hint)\(soFar)"
  }

  /// What was done before something went wrong, as the end of a sentence.
  private var soFar: String { deeds.isEmpty ? "" : "; before that I \(FolderReport.list(deeds, most: 12))" }

  private var summary: String {
    var text = FolderReport.list(deeds, most: 12).capitalizedFirst + "."
    if let opened {
      text += " The dialog \"\(opened)\" is open now."
    } else if wasWithoutEffect {
      text +=
        deeds.count > 1 ? " After the last of it nothing that I can see changed." : " Nothing that I can see changed."
    }
    return text
  }
}
