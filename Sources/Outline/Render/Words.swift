import Prompts

/// The keys of the fixed words of an outline, in `Prompts/outline.txt`.
enum Words: String, CaseIterable, Sendable {
  case window, dialog, program, incomplete, openMenu, behind, rest
  case menuBar, toolBar, tabs, statusBar
  case more, rows, empty, opaque, stale, texts, characters, password, hidden, noTree
  case unchanged, foldedAway, noView, nothingInside
  case found, foundSome, foundNone, foundHidden, foundIn, page

  private static let phrases = Prompts.outline(Words.self)

  func callAsFunction(_ values: KeyValuePairs<String, String> = [:]) -> String {
    Self.phrases(self, values)
  }
}
