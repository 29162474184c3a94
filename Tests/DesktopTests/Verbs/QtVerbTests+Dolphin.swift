import Foundation

@testable import Outline

/// Files and folders, looked for on the disk.
extension QtVerbTests {
  static let files = [
    Trial(.double, "double {{x of Sub}}", effect: .changed) { try await $0.shows("window \"Sub", "inner.txt") },
    Trial(.click, "click {{b of Papers}}", effect: .changed) { try await $0.shows("alpha.txt") },
    Trial(.click, "click {{x of alpha.txt}}\nclick {{x of delta.txt}} +ctrl") {
      try await $0.shows("2 Files selected")
    },
    Trial(.click, "click {{x of alpha.txt}}\nclick {{x of delta.txt}} +shift", effect: .changed) {
      try await $0.shows("3 Files selected")
    },
    Trial(.select, "select {{x of alpha.txt}} {{x of n11.txt}} {{x of Sub}}") {
      try await $0.looks { look in
        ["alpha.txt", "n11.txt", "Sub"].allSatisfy { look.isMarked($0, .selected) }
          && !look.isMarked("beta.txt", .selected)
      }
    },
    Trial(.middle, "middle {{x of Sub}}", effect: .changed) { try await $0.looks { $0.element("Sub")?.kind == .tab } },
    Trial(.click, "click {{t of Sub}}", effect: .changed) { try await $0.shows("window \"Sub") },
    Trial(.middle, "middle {{t of Sub}}", effect: .changed) {
      try await $0.looks { $0.element("Papers")?.kind != .tab }
    },
    Trial(.check, "check {{c of Details}}") {
      try await $0.looks { $0.isMarked("Details", .checked) && !$0.isMarked("Icons", .checked) }
    },
    Trial(.check, "check {{c of Icons}}\ncheck {{c of Search}}") { try await $0.shows("Search", marked: .checked) },
    Trial(.uncheck, "uncheck {{c of Search}}") { try await !$0.shows("Search", marked: .checked) },
    Trial(.set, "set {{s of Zoom}} \"6\"") { try await $0.shows("=\"6\" Zoom") },
    Trial(.scroll, "scroll {{x of alpha.txt}} down 3", effect: .changed) {
      try await $0.looks { $0.element("alpha.txt") == nil }
    },
    Trial(.scroll, "scroll down \"n40.txt\"") { try await $0.shows("n40.txt") },
    Trial(.scroll, "scroll {{x of n40.txt}} up 100", effect: .changed) {
      try await $0.looks { $0.element("alpha.txt") != nil }
    },
    Trial(.find, "find \"n40\"") { $0.answer.contains("n40.txt") },
    Trial(.key, "click {{x of delta.txt}}\nkey ctrl+d", effect: .changed) { $0.has("Papers/delta copy.txt") },
    Trial(.right, "right {{x of beta.txt}}\nwait \"Duplicate Here\"") { try await $0.shows("Duplicate Here") },
    Trial(.click, "click {{i of Duplicate Here}}", effect: .changed) { $0.has("Papers/beta copy.txt") },
    Trial(.menu, "menu {{x of alpha.txt}} \"Duplicate Here\"", effect: .changed) { $0.has("Papers/alpha copy.txt") },
    Trial(.type, "click {{x of delta.txt}}\nkey F2\ntype \"omega\" enter", effect: .changed) {
      // Dolphin scrolls to where the file is now, a moment later.
      let isShown = try await $0.shows("omega.txt", marked: .selected)
      return isShown && $0.has("Papers/omega.txt") && !$0.has("Papers/delta.txt")
    },
    Trial(.scroll, "scroll up 100", effect: .changed) { try await $0.looks { $0.element("Sub") != nil } },
    // Dolphin asks by a menu what is to become of what was dropped.
    Trial(.drag, "drag {{x of alpha.txt}} to {{x of Sub}}", effect: .changed) { try await $0.shows("Link Here") },
    Trial(.key, "key Escape", effect: .changed) { try await $0.shows("alpha.txt", without: ["Link Here"]) },
    Trial(.open, "open \"KCalc\"") { try await $0.window.desktop.windowTitles().contains("KCalc") },
    Trial(.window, "window \"Papers\"") { try await $0.isActive() },
  ]
}
