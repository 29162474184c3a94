import Foundation
import Testing

@testable import Outline

extension CalcVerbTests {
  static let importing = [
    Trial(.wait, "click {{b of OK}}\nwait \"Calc\" 60") { try await $0.hasWindow("LibreOffice Calc") }
  ]

  static let cells = [
    Trial(.click, "click {{x of A2}}\nclick {{x of B4}} +shift") { try await $0.shows("=\"A2:B4\"") },
    Trial(.select, "select {{x of A2}} {{x of A4}}") { try await $0.shows("Selected: 2 rows, 1 column") },
    // A program may guess more than was written, and what else is selected stays as it is.
    Trial(.set, "set {{x of A2}} \"Tea\"") { try await $0.shows("=\"Tea\" A2", "=\"Teapot\" A4") },
    Trial(.set, "set {{x of B3}} \"9\"") { try await $0.shows("=\"9\" B3") },
    // Calc may go on telling the old text of a cell that is empty now, so that this is seen in the file.
    Trial(.set, "click {{x of A3}}\nclick {{x of B4}} +shift\nset {{x of A3}} \"\"", effect: nil) {
      try await $0.shows("=\"Name\" A1", "=\"9\" B3", "=\"Teapot\" A4")
    },
    Trial(.type, "type {{x of A4}} \"Books\\t11\\nPens\" enter", effect: .changed) {
      try await $0.shows("=\"Books\" A4", "=\"11\" B4", "=\"Pens\" A5")
    },
    Trial(.double, "double {{x of B2}}\ntype \"5\" enter", effect: .changed) { try await $0.shows("=\"5700\" B2") },
    Trial(.drag, "drag {{x of A6}} to {{x of B8}}", effect: .changed) { try await $0.shows("=\"A6:B8\"") },
    Trial(.drag, "drag {{x of A7}} to {{x of A12}}", effect: .changed) {
      try await $0.shows("=\"item6\" A11", "=\"item8\" A13", without: ["\" A6"])
    },
    Trial(.key, "click {{x of B11}}\nkey Delete", effect: .changed) { try await $0.shows("=\"\" Input line") },
    Trial(.right, "right {{x of A12}}") { try await $0.shows("Clear Contents") },
    Trial(.click, "click {{i of Copy}}", effect: .changed) { try await $0.shows(without: ["Clear Contents"]) },
    Trial(.check, "check {{c of Bold}}") { try await $0.shows("Bold", marked: .checked) },
    Trial(.uncheck, "uncheck {{c of Bold}}") { try await !$0.shows("Bold", marked: .checked) },
    Trial(
      .menu, "click {{x of A1}}\ncheck {{c of Bold}}\nmenu {{x of A1}} \"Clear Direct Formatting\"", effect: .changed
    ) { try await !$0.shows("Bold", marked: .checked) },
    Trial(.scroll, "scroll {{x of A12}} down 5", effect: .changed) { try await $0.looks { $0.element("A12") == nil } },
    Trial(.scroll, "scroll down \"item100\"") { try await $0.shows("=\"item100\" A100") },
    Trial(.read, "read {{x of A100}}") { $0.answer.contains("\"item100\"") },
    Trial(.look, "look {{x of A100}}") { try $0.pictureSize().width < 200 },
    Trial(.expand, "expand {{g}}") { $0.answer.contains("item100") },
    Trial(.open, "open \"KCalc\"") { try await $0.hasWindow("KCalc") },
    Trial(.window, "window \"data.csv\"") { try await $0.isActive() },
    Trial(.key, "key ctrl+s\nwait \"Format\"", effect: .changed) { try await $0.hasWindow("Format") },
  ]

  static let saving = [
    Trial(.click, "click {{b of Use Text CSV Format}}", effect: .changed) { try await !$0.hasWindow("Format") }
  ]

  static let saved = [
    Trial(.find, "find \"item100\"") {
      let lines = $0.text(of: "data.csv")?.split(separator: "\n").prefix(13)
      #expect(
        lines == [
          "Name,Amount", "Tea,5700", ",9", "Books,11", "Pens,5", ",", ",", ",", "item9,9", "item10,10", "item6,",
          "item7,7", "item8,8",
        ])
      return true
    }
  ]
}
