import Foundation
import TestSupport
import Testing

@testable import Outline

/// Every verb on programs of GTK 3.
@Suite(.desktop, .serialized) struct GTK3VerbTests {
  static let trials = files + text + widgets

  private static let files = [
    Trial(.menu, "menu \"View > List View\"", effect: .changed) { try await $0.shows("note 01.txt") },
    // Rows out of view have no place.
    Trial(.click, "click {{note 38.txt}}") { try await $0.shows("note 38.txt", marked: .selected) },
    Trial(.click, "click {{note 01.txt}}") { try await $0.shows("note 01.txt", marked: .selected) },
    Trial(.select, "select {{note 03.txt}} {{note 05.txt}}") {
      let look = try await $0.window.look()
      return look?.marked(.selected, "note 0") == ["note 03.txt", "note 05.txt"]
    },
    Trial(.drag, "drag {{note 03.txt}} {{note 05.txt}} to {{Sub}}", effect: .changed) {
      $0.has("Work/Sub/note 03.txt") && $0.has("Work/Sub/note 05.txt") && !$0.has("Work/note 03.txt")
    },
    Trial(.click, "click {{note 01.txt}}\nclick {{note 07.txt}} +shift\nclick {{note 04.txt}} +ctrl") {
      let look = try await $0.window.look()
      return look?.marked(.selected, "note 0") == ["note 01.txt", "note 02.txt", "note 06.txt", "note 07.txt"]
    },
    Trial(.right, "right {{note 02.txt}}") { try await $0.shows("menu:", "Rename") },
    Trial(.key, "key Escape", effect: .changed) { try await $0.shows("Sub/", without: ["menu:"]) },
    Trial(
      .menu, "menu {{note 04.txt}} \"rename\"\nwait \"Rename\"\ntype \"note 09b\" enter\ngone \"Rename\"",
      effect: .changed
    ) {
      // The rows that it moved past say what stood there before.
      let isStale = try await $0.shows("out of date, key F5", without: ["note 01.txt"])
      return isStale && $0.has("Work/note 09b.txt") && !$0.has("Work/note 04.txt")
    },
    Trial(.key, "key F5", effect: .changed) { try await $0.shows("note 06.txt", "note 09b.txt") },
    Trial(.wait, "menu \"File > Create Folder…\"\nwait \"Create New Folder\"\ntype \"Papers\" enter") {
      $0.has("Work/Papers")
    },
    Trial(.scroll, "scroll {{note 01.txt}} down \"note 39.txt\"") {
      try await $0.window.look()?.element("note 39.txt") != nil
    },
    Trial(.find, "find \"note 01.txt\"") { $0.answer.contains(/x\d+ note 01.txt/) },
    Trial(.hover, "hover {{b of Home}}", effect: .changed) { try await $0.showsToolTip() },
    Trial(.scroll, "scroll up 30", effect: .changed) { try await $0.window.look()?.element("note 01.txt") != nil },
    Trial(.middle, "middle {{Sub}}\nwait \"note 03.txt\"", effect: .changed) { try await $0.isInFront("Sub - Thunar") },
    Trial(.window, "window \"Sub - Thunar\"\nwindow \"Work\"") { try await $0.isInFront("Work - Thunar") },
    Trial(.double, "double {{Sub}}", effect: .changed) { try await $0.shows("note 03.txt", without: ["note 01.txt"]) },
  ]

  private static let text = [
    Trial(.type, "type {{d}} \"Tab\\there\\n\"\nkey ctrl+s") {
      $0.text(of: "letter.txt") == "Tab\there\nDear Sam\nBye\n"
    },
    Trial(.select, "select {{d}} \"Sam\"\ntype \"Ann\"\nkey ctrl+s") {
      $0.text(of: "letter.txt") == "Tab\there\nDear Ann\nBye\n"
    },
    Trial(.read, "read {{d}} 9") { $0.answer.contains("\"Dear Ann\\nBye\\n\" 9-22 of 22") },
    Trial(.look, "look {{d}}") { ground in
      let bounds = try await ground.window.look()?.snapshot.nodes.first { $0.role == .text }?.bounds
      return try bounds.map(ground.hasPicture) ?? false
    },
    Trial(.set, "set {{d}} \"one\\ttwo\\nthree\"\nkey ctrl+s") { $0.text(of: "letter.txt") == "one\ttwo\nthree" },
    Trial(.menu, "menu {{d}} \"Select All\"\nmenu \"Edit > Convert > To Uppercase\"\nkey ctrl+s", effect: .changed) {
      $0.text(of: "letter.txt") == "ONE\tTWO\nTHREE"
    },
    Trial(.key, "key ctrl+n\nkey ctrl+Page_Up", effect: .changed) {
      try await $0.shows("letter.txt", marked: .selected)
    },
    Trial(.click, "click {{t of Untitled 1}}") { try await $0.shows("Untitled 1", marked: .selected) },
    Trial(.middle, "middle {{t of Untitled 1}}", effect: .changed) {
      try await $0.shows("THREE", without: ["Untitled"])
    },
    Trial(.gone, "menu \"Help > About\"\nwait \"About Mousepad\"\nkey Escape\ngone \"About Mousepad\"") {
      try await !$0.window.desktop.windowTitles().contains { $0.contains("About") }
    },
  ]

  private static let widgets = [
    Trial(.type, "type {{e=\"entry\"}} \" Ada\\tx\"", effect: .changed) { try await $0.shows("=\"entry Ada") },
    Trial(.set, "set {{e=\"entry Ada\"}} \"Zoë\"\nset {{s=\"2\"}} \"4\"") {
      try await $0.shows("=\"Zoë", "=\"4\"")
    },
    Trial(.drag, "drag {{s=\"50\"}} to {{c of togglebutton}}", effect: .changed) { try await $0.shows("=\"1\"") },
    Trial(.uncheck, "uncheck {{c of checkbutton}}\ncheck {{r of radiobutton}}") {
      try await !$0.shows("checkbutton", marked: .checked)
    },
    Trial(.check, "check {{c of togglebutton}}") { try await $0.shows("togglebutton", marked: .checked) },
    Trial(.select, "select {{o=\"Left\"}} \"Right\"") { try await !$0.shows("=\"Left\"") },
    Trial(.select, "select {{o=\"Andrea\"}} \"Benjamin\"\nselect {{o=\"comboboxentry\"}} \"Jet McQuack\"") {
      try await $0.shows("=\"Benjamin\"", "=\"Jet McQuack", without: ["emblem"])
    },
    Trial(.select, "select {{d}} \"Vivamus eget\"\nmiddle {{e=\"Zoë\"}}") { try await $0.shows("Vivamus eget") },
    Trial(.click, "click {{b of link button}}", effect: .changed) {
      $0.window.desktop.recordedLink == "http://www.gtk.org\n"
    },
    Trial(.click, "click {{t of page 3}}") { try await $0.shows("page 3", marked: .selected) },
    Trial(.click, "click {{r of Page 2}}") { try await $0.shows("Row 1") },
    Trial(.hover, "hover {{b of New}}", effect: .changed) { try await $0.showsToolTip() },
    // The wheel is turned beside the slider of a row, not over it.
    Trial(.scroll, "scroll {{x of Row 1}} down \"Row 6\"") { try await $0.shows("Row 6") },
    Trial(.scroll, "scroll {{x of Row 6}} up 9", effect: .changed) { try await $0.shows("Row 2", "=\"1\"") },
    Trial(.expand, "expand {{g of +4 more}}") { $0.answer.contains("Row 6") },
    Trial(.click, "click {{m of Help}}") { try await $0.shows("menu Help:", "About") },
    Trial(.key, "key Escape", effect: .changed) { try await $0.shows("Row 1", without: ["menu Help:"]) },
    Trial(.open, "open \"Mousepad\"") { try await $0.isInFront("Untitled 1 - Mousepad") },
  ]

  static let notes = (1...40).map { "Work/note \($0 < 10 ? "0" : "")\($0).txt" }

  @Test func thunar() async throws {
    let folder = try TemporaryFolder()
    try folder.add("Work/Sub/.keep")
    for note in Self.notes { try folder.add(note) }
    try await SharedDesktop.current.withProgram(
      "thunar", [folder.url.appending(path: "Work").path], titled: "Work - Thunar", showing: "40 files"
    ) { try await $0.carryOut(Self.files, with: folder) }
  }

  @Test func mousepad() async throws {
    let folder = try TemporaryFolder()
    try folder.add("letter.txt", content: "Dear Sam\nBye\n")
    try await SharedDesktop.current.withProgram(
      "mousepad", [folder.url.appending(path: "letter.txt").path], titled: "letter.txt", showing: "Dear Sam"
    ) { try await $0.carryOut(Self.text, with: folder) }
  }

  @Test func `the widget factory`() async throws {
    let folder = try TemporaryFolder()
    let desktop = try SharedDesktop.current
    try desktop.recordLinks()
    try await desktop.withProgram(
      "gtk3-widget-factory", titled: "gtk3-widget-factory", showing: "checkbutton"
    ) { try await $0.carryOut(Self.widgets, with: folder) }
  }
}
