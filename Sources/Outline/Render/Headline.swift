/// The first line of an outline: which window or dialog it is, and of which program.
enum Headline {
  static func text(for view: View, budget: Int) -> String {
    let title = ScreenText.clip(view.title, characters: 60, tokens: max(6, min(20, budget / 5)))
    let words = view.front == .dialog ? Words.dialog : Words.window
    var text = words(["title": ScreenText.quote(title)])
    let program = ScreenText.clip(
      Self.program(of: view.snapshot), characters: 24, tokens: 8)
    // Many programs end their titles with their names.
    if !program.isEmpty, !view.title.lowercased().contains(program.lowercased()) {
      text += " " + Words.program(["program": ScreenText.name(program)])
    }
    if view.snapshot.isTruncated { text += " " + Words.incomplete() }
    return text
  }

  /// The program's name, without the domain that newer programs put before it.
  private static func program(of snapshot: Snapshot) -> String {
    let name = ScreenText.clean(snapshot.window.program.isEmpty ? snapshot.application : snapshot.window.program)
    let parts = name.split(separator: ".")
    return parts.count > 2 ? String(parts[parts.count - 1]) : name
  }
}
