import Foundation
import TestSupport
import Testing

@testable import Outline

/// Every verb on programs of GTK 4.
@Suite(.desktop, .serialized) struct GTK4VerbTests {
  static let trials = files + text + widgets

  private static let files = [
    Trial(.select, "select {{note 01.txt}} {{note 03.txt}}") {
      let look = try await $0.window.look()
      return look?.marked(.selected, "note 0") == ["note 01.txt", "note 03.txt"]
    },
    Trial(.drag, "drag {{note 01.txt}} {{note 03.txt}} to {{Sub}}", effect: .changed) {
      $0.has("Work/Sub/note 01.txt") && $0.has("Work/Sub/note 03.txt") && !$0.has("Work/note 01.txt")
    },
    Trial(.wait, "key ctrl+shift+n\nwait \"New Folder\"\ntype \"Papers\" enter") { $0.has("Work/Papers") },
    Trial(.click, "click {{note 02.txt}}\nclick {{note 07.txt}} +shift\nclick {{note 05.txt}} +ctrl") {
      let look = try await $0.window.look()
      return look?.marked(.selected, "note 0") == ["note 02.txt", "note 04.txt", "note 06.txt", "note 07.txt"]
    },
    Trial(.menu, "menu {{note 10.txt}} \"rename\"\ntype \"letter\" enter", effect: .changed) {
      $0.has("Work/letter.txt") && !$0.has("Work/note 10.txt")
    },
    // Each lies where the menu of the one before was.
    Trial(
      .right, "right {{note 07.txt}}\nkey Escape\nright {{note 08.txt}}\nkey Escape\nright {{note 09.txt}}"
    ) { try await $0.shows("menu:", "Rename") && !$0.answer.contains("nothing") },
    Trial(.key, "key Escape", effect: .changed) { try await $0.shows("note 02.txt", without: ["menu:"]) },
    Trial(.click, "click {{View Options}}\nwait \"Z-A\"", effect: .confirmed) { try await $0.shows("menu:", "Z-A") },
    Trial(.click, "click {{Z-A}}", effect: .changed) {
      try await $0.window.look()?.outline.contains(/note 05.txt x\d+[*!]* note 04.txt/) ?? false
    },
    Trial(.scroll, "scroll up \"note 40.txt\"") { try await $0.window.look()?.element("note 40.txt") != nil },
    Trial(.find, "find \"note 40\"") { $0.answer.contains(/x\d+[!*]* note 40.txt/) },
    Trial(.hover, "hover {{b of Search}}", effect: .changed) { try await $0.shows("\"Search\"") },
    Trial(.scroll, "scroll down \"Papers\"") { try await $0.shows("Papers") },
    Trial(.middle, "middle {{x of Sub}}", effect: .changed) { try await $0.shows("Close Tab") },
    Trial(.double, "double {{x of Sub}}", effect: .changed) {
      try await $0.shows("note 03.txt", without: ["note 04.txt"])
    },
  ]

  private static let text = [
    Trial(.type, "type {{d}} \"Tab\\there\\n\"\nkey ctrl+s") {
      $0.text(of: "letter.txt") == "Tab\there\nDear Sam\nBye\n"
    },
    Trial(.select, "select {{d}} \"Sam\"\ntype \"Ann\"\nkey ctrl+s") {
      $0.text(of: "letter.txt") == "Tab\there\nDear Ann\nBye\n"
    },
    Trial(.read, "read {{d}} 9") { $0.answer.contains("\"Dear Ann\\nBye") },
    Trial(.look, "look {{d}}") { ground in
      let bounds = try await ground.window.look()?.snapshot.nodes.first { $0.text?.hasPrefix("Tab") ?? false }?.bounds
      return try bounds.map(ground.hasPicture) ?? false
    },
    Trial(.set, "set {{d}} \"one\\ttwo\\nthree\"\nkey ctrl+s") {
      $0.text(of: "letter.txt") == "one\ttwo\nthree\n"
    },
    Trial(.menu, "menu {{d}} \"Select All\"\nkey Delete\nkey ctrl+s", effect: .changed) {
      $0.text(of: "letter.txt")?.trimmingCharacters(in: .newlines) == ""
    },
    Trial(.key, "key ctrl+t", effect: .changed) { try await $0.isInFront("New Document") },
    Trial(.gone, "key ctrl+w\ngone \"New Document\"") { try await $0.isInFront("letter.txt") },
    Trial(.open, "open \"Calculator\"") { try await $0.isInFront("Calculator") },
    Trial(.window, "window \"letter.txt\"") { try await $0.isInFront("letter.txt") },
    // A submenu takes the place of its menu.
    Trial(.menu, "type {{d}} \"one\"\nkey ctrl+a\nmenu {{d}} \"Change Case > All Upper Case\"", effect: .changed) {
      try await $0.shows("ONE")
    },
  ]

  private static let widgets = [
    Trial(.type, "type {{e=\"entry\"}} \" Ada\"") { try await $0.shows("=\"entry Ada") },
    Trial(.set, "set {{e=\"entry Ada\"}} \"Zoë\"\nset {{s=\"2\"}} \"4\"") { try await $0.shows("Zoë\"", "=\"4\"") },
    Trial(.drag, "drag {{s=\"50\"}} to {{togglebutton}}", effect: .changed) { try await $0.shows("=\"0\"") },
    Trial(.uncheck, "uncheck {{c of checkbutton}}") { try await !$0.shows("checkbutton", marked: .checked) },
    Trial(.check, "check {{c of checkbutton}}") { try await $0.shows("checkbutton", marked: .checked) },
    // GTK 4.8 tells only of a toggle button that is pressed that it is one.
    Trial(.check, "check {{togglebutton}}", effect: .refused, saying: "has nothing to check") {
      try await !$0.shows("togglebutton", marked: .checked)
    },
    // The old combo boxes tell nothing of the list that they draw.
    Trial(.select, "select {{o of opaque 130x34}} \"Otto\"", effect: .refused, saying: "is only drawn") {
      try await $0.shows("Sunset", without: ["behind"])
    },
    Trial(.click, "click {{a of link button}}", effect: .changed) {
      $0.window.desktop.recordedLink?.hasPrefix("http") ?? false
    },
    Trial(.click, "click {{t of NYC}}") { try await $0.shows("NYC", marked: .selected) },
    // What page 1 holds is there no more.
    Trial(.click, "click {{t of Page 2}}") { try await $0.shows("Row 1", without: ["NYC"]) },
    Trial(.gone, "menu \"Help > About\"\nwait \"About GTK\"\nkey Escape\ngone \"About GTK\"") {
      try await !$0.window.desktop.windowTitles().contains { $0.contains("About") }
    },
    Trial(.scroll, "scroll {{x of Row 1}} down \"Row 8\"") { try await $0.shows("Row 8") },
    Trial(.scroll, "scroll {{x of Row 8}} up 9", effect: .changed) {
      try await $0.window.look()?.element("Row 1") != nil
    },
    Trial(.expand, "expand {{g of +2 more}}") { $0.answer.contains("Row 8") },
  ]

  @Test func nautilus() async throws {
    let folder = try TemporaryFolder()
    try folder.add("Work/Sub/.keep")
    for note in GTK3VerbTests.notes { try folder.add(note) }
    try await SharedDesktop.current.withProgram(
      "nautilus", ["--new-window", folder.url.appending(path: "Work").path], titled: "Work", showing: "note 01.txt"
    ) { try await $0.carryOut(Self.files, with: folder) }
  }

  @Test func `text editor`() async throws {
    let folder = try TemporaryFolder()
    try folder.add("letter.txt", content: "Dear Sam\nBye\n")
    try await SharedDesktop.current.withProgram(
      "gnome-text-editor", [folder.url.appending(path: "letter.txt").path], titled: "letter.txt", showing: "Dear Sam"
    ) { try await $0.carryOut(Self.text, with: folder) }
  }

  @Test func `the widget factory`() async throws {
    let folder = try TemporaryFolder()
    let desktop = try SharedDesktop.current
    try desktop.recordLinks()
    try await desktop.withProgram(
      "gtk4-widget-factory", titled: "GTK Widget Factory", showing: "checkbutton"
    ) { try await $0.carryOut(Self.widgets, with: folder) }
  }
}
