@testable import Outline

/// Texts, looked for on the disk.
extension QtVerbTests {
  static let text = [
    Trial(.select, "select {{d}} \"two\"\ntype \"zwei\"\nkey ctrl+s") {
      $0.text(of: "list.txt") == "one line\nzwei lines\n"
    },
    Trial(.type, "key ctrl+End\ntype {{d}} \"a\\tb\\nc\" enter\nkey ctrl+s", effect: .changed) {
      $0.text(of: "list.txt") == "one line\nzwei lines\na   b\nc\n"
    },
    Trial(.set, "set {{d}} \"all new\\n\"\nkey ctrl+s") { $0.text(of: "list.txt") == "all new\n" },
    Trial(.key, "key ctrl+a\nkey ctrl+c\nkey ctrl+End\nkey ctrl+v\nkey ctrl+s", effect: .nothing) {
      $0.text(of: "list.txt") == "all new\nall new\n"
    },
    Trial(.menu, "menu \"Selection > Select All\"\nmenu {{d}} \"Cut\"\nkey ctrl+s", effect: .changed) {
      $0.text(of: "list.txt") == ""
    },
    Trial(.click, "click {{m of View}}", effect: nil) { try await $0.shows("Word Wrap") },
    Trial(.hover, "hover {{i of Word Wrap}}", effect: .changed) { try await $0.shows("Static Word Wrap") },
    Trial(.gone, "key Escape\nkey Escape\ngone \"Full Screen\"") { try await $0.shows(without: ["Full Screen"]) },
    Trial(.check, "check {{c of Filesystem}}") { try await $0.shows("plain text document") },
    Trial(.uncheck, "uncheck {{c of Filesystem}}") { try await !$0.shows("plain text document") },
    Trial(.click, "click {{t of long.txt}}", effect: .changed) { try await $0.shows("row 1 of many") },
    Trial(.read, "read {{d}} 4200") {
      $0.answer.contains("row 200 of many words\\n\"") && !$0.answer.contains("row 1 ")
    },
    // Kate tells no places of its words, so that nobody can see which of them are in view; select shows them.
    Trial(.scroll, "scroll {{d}} down \"row 150 of\"", effect: .refused) {
      $0.answer.contains("did not come into view")
    },
    Trial(.look, "look {{d}}") { ground in
      let place = try await ground.window.look()?.place(of: "long.txt")
      let size = try ground.pictureSize()
      return place.map { $0.width == size.width && $0.height == size.height } ?? false
    },
    Trial(.menu, "menu \"Edit > Replace\"\nwait \"Mode\"", effect: .changed) { try await $0.shows("Mode") },
    Trial(.select, "select {{o of Mode}} \"Regular expression\"") { try await $0.shows("=\"Regular expression\"") },
    Trial(.set, "set {{o of Find}} \"row (\\\\d)$\"") { try await $0.shows("row (") },
    Trial(.expand, "expand {{g}}") { $0.answer.contains("long.txt") },
  ]
}
