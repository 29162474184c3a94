@testable import Outline

/// Sums, and settings that are looked for in the program's own file.
extension QtVerbTests {
  static let sums = [
    Trial(.click, "click {{b of 4}}\nclick {{b of ×}}\nclick {{b of 6}}\nclick {{b of =}}", effect: .changed) {
      try await $0.shows("\"24\"")
    },
    Trial(.menu, "menu \"Settings > Numeral System Mode\"", effect: .changed) { try await $0.shows("Hex") },
    Trial(.check, "check {{r of Hex}}") {
      try await $0.looks { $0.isMarked("Hex", .checked) && $0.outline.contains("\"18\"") }
    },
    Trial(.wait, "menu \"Settings > Configure KCalc…\"\nwait \"Configure\"") { try await $0.hasWindow("Configure") },
  ]

  static let settings = [
    Trial(.check, "check {{c of Set decimal precision}}") {
      try await $0.shows("Set decimal precision", marked: .checked)
    },
    Trial(.set, "set {{s of Number of fixed}} \"4\"") { try await $0.shows("=\"4\" Number of fixed") },
    Trial(.uncheck, "uncheck {{c of Beep on error}}") { try await !$0.shows("Beep on error", marked: .checked) },
    Trial(.click, "click {{x of Constants}}") { try await $0.shows("Define Constants") },
    Trial(.gone, "click {{b of OK}}\ngone \"Configure\"") { ground in
      let file = ground.window.desktop.home.appending(path: ".config/kcalcrc")
      let settings = try String(contentsOf: file, encoding: .utf8)
      return ["beep=false", "fixed=true", "fixedprecision=4"].allSatisfy(settings.contains)
    },
  ]
}
