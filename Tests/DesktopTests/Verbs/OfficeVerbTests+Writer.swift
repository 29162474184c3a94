import Foundation

@testable import Outline

extension WriterVerbTests {
  static let text = [
    Trial(.double, "double {{d}}", effect: .changed) { try await $0.shows("Selected: 1 word") },
    Trial(.type, "key ctrl+Home\ntype {{d}} \"Dear Ann,\\n\\tWe meet soon.\\n\"\nkey ctrl+s") {
      try $0.letter(matches: #"Dear Ann,(?s:.)*<text:tab/>(?:<[^>]*>)*We meet soon\."#)
    },
    Trial(.select, "select {{d}} \"soon\"\nkey ctrl+b\nkey ctrl+s") {
      try $0.letter(matches: #"<text:span text:style-name="T\d">soon</text:span>"#)
        && $0.letter(matches: #"fo:font-weight="bold""#)
    },
    Trial(.check, "check {{c of Italic}}\nkey ctrl+s") { try $0.letter(matches: #"fo:font-style="italic""#) },
    Trial(.uncheck, "uncheck {{c of Italic}}") { try await !$0.shows("Italic", marked: .checked) },
    Trial(.set, "set {{o of Font Size}} \"20\"\nkey Return\nkey ctrl+s") {
      try $0.letter(matches: #"fo:font-size="20pt""#)
    },
    Trial(.select, "select {{o of Font Name}} \"DejaVu Sans\"\nkey ctrl+s") {
      try $0.letter(matches: #"font-name="DejaVu Sans""#)
    },
    Trial(.click, "click {{c of Center}}\nkey ctrl+s") { try $0.letter(matches: #"fo:text-align="center""#) },
    // A word that the mouse has selected is what the middle button pastes.
    Trial(.middle, "look {{d}}\ndouble {{d}}\nmiddle {{d}} at 450,200\nkey ctrl+s", effect: .changed) {
      $0.text(of: "letter.fodt").map { !$0.contains(firstParagraph) } ?? false
    },
    Trial(.menu, "menu {{d}} \"Paragraph > Heading 2\"", effect: .changed) { try await $0.shows("=\"Heading 2\"") },
    Trial(.key, "click {{d}}\nkey ctrl+1", effect: .changed) { try await $0.shows("=\"Heading 1\"") },
    Trial(.menu, "menu \"Format > Text > Superscript\"", effect: .changed) {
      try await $0.shows("Superscript", marked: .checked)
    },
    Trial(.click, "click {{m of Format}}") { try await $0.shows("menu Format:") },
    Trial(.hover, "hover {{m of Spacing}}", effect: .changed) { try await $0.shows("menu Spacing:") },
    Trial(.gone, "key Escape\nkey Escape\ngone \"Spacing\"") { try await $0.shows(without: ["menu Spacing:"]) },
    Trial(.read, "key ctrl+Home\nread {{d}} 11") { $0.answer.contains("We meet soon.") },
    Trial(.scroll, "scroll {{d}} down 10", effect: .changed) { try await $0.shows(without: ["Dear Ann"]) },
    // Of every other paragraph that comes into view LibreOffice does not say so.
    Trial(.scroll, "scroll {{d}} down \"Paragraph 31\"\nscroll {{d}} down \"Paragraph 32\"") {
      try await $0.looks { look in
        let paragraphs = look.snapshot.nodes.filter { $0.role == .paragraph && $0.bounds != nil }
        return paragraphs.contains { $0.text?.hasPrefix("Paragraph 32") == true }
          && paragraphs.allSatisfy { $0.text != nil }
      }
    },
    Trial(.look, "look {{d}}") { try $0.pictureSize().width > 1000 },
    Trial(.find, "find \"Justified\"") { $0.answer.contains("Justified (in") },
    Trial(.right, "right {{d}}") { try await $0.shows("Page Style...") },
    Trial(.wait, "key Escape\nmenu \"Format > Paragraph…\"\nwait \"Drop Caps\"") {
      try await $0.hasWindow("Paragraph")
    },
  ]

  static let settings = [
    Trial(.select, "select {{o}} \"Double\"", effect: .changed) { $0.answer.contains("changed") },
    Trial(.set, "set {{s of Above paragraph}} \"0.5\"") { try await $0.shows("=\"0.50″\" Above paragraph") },
    Trial(.click, "click {{t of Alignment}}") { try await $0.shows("Alignment", marked: .selected) },
    Trial(.check, "check {{r of Right}}") { try await $0.shows("Right", marked: .checked) },
    Trial(.gone, "click {{b of OK}}\ngone \"Paragraph\"") { try await !$0.hasWindow("Paragraph") },
  ]

  static let saved = [
    Trial(.key, "key ctrl+s", effect: nil) {
      try $0.letter(matches: #"fo:line-height="200%""#) && $0.letter(matches: #"fo:margin-top="0.5in""#)
        && $0.letter(matches: #"fo:text-align="end""#)
    }
  ]
}

extension TrialGround {
  /// Whether the file of the letter has this.
  fileprivate func letter(matches pattern: String) throws -> Bool {
    try text(of: "letter.fodt")?.contains(Regex(pattern)) ?? false
  }
}
