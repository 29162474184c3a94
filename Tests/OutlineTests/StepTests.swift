import Foundation
import Testing

@testable import Outline

/// What the model is told after real actions, recorded before and after.
@Suite struct StepTests {
  /// Recorded states of one window, each after an action in the one before.
  private static let chains = [
    ["Steps/mousepad-1", "Steps/mousepad-2-typed", "Steps/mousepad-3-word", "Steps/mousepad-4-search"],
    ["Steps/tabs-1", "Steps/tabs-2"],
    ["Steps/editor-1", "Steps/editor-2-typed"],
    ["gnome-text-editor-menu", "gnome-text-editor-find"],
    ["Steps/checklist-1", "Steps/checklist-2-checked"],
    ["Steps/form-1", "Steps/form-2-typed"],
    ["Steps/kcalc-1", "Steps/kcalc-2-seven"],
    ["Steps/calculator-1", "Steps/calculator-2-seven"],
    [
      "Steps/pcmanfm-1", "Steps/pcmanfm-2-selected", "Steps/pcmanfm-3-dialog", "Steps/pcmanfm-4-created",
      "Steps/pcmanfm-5-delete",
    ],
    ["Steps/scroll-1", "Steps/scroll-2"],
    ["Steps/dolphin-1", "Steps/dolphin-2-moved"],
    ["Steps/thunar-3-dialog", "Steps/thunar-4-typed"],
    ["chromium-form", "Steps/web-2-checked", "Steps/web-3-typed", "chromium-select-open"],
    ["firefox-form", "firefox-select-open", "firefox-menu"],
  ]

  private func updates() throws -> [(name: String, update: Update)] {
    try Self.chains.flatMap { chain in
      var outliner = Outliner()
      _ = outliner.outline(of: try Fixtures.snapshot(chain[0]), for: "")
      return try chain.dropFirst().map { ($0, outliner.update(to: try Fixtures.snapshot($0))) }
    }
  }

  @Test func theMedianOfTheUpdatesIsSmall() throws {
    let tokens = try updates().map(\.update.tokens).sorted()
    #expect(tokens.count >= 12)
    #expect(tokens[tokens.count / 2] <= 40, "\(tokens)")
    #expect(tokens.allSatisfy { $0 <= 200 })
  }

  @Test func whatAnActionDidIsSaid() throws {
    let said = Dictionary(uniqueKeysWithValues: try updates().map { ($0.name, $0.update.text) })
    let expected = [
      "Steps/mousepad-2-typed": "Dear Sam, see you on Monday. |", "Steps/mousepad-3-word": "see you on Monday|",
      "Steps/mousepad-4-search": "Match case", "Steps/checklist-2-checked": "+*! Ham",
      "Steps/form-2-typed": "=\"|Ada\" First name", "Steps/kcalc-2-seven": "\"7\"",
      "Steps/pcmanfm-2-selected": "*! notes.txt", "Steps/pcmanfm-3-dialog": "dialog \"Creating New Folder\"",
      "Steps/pcmanfm-4-created": "Bills2", "Steps/pcmanfm-5-delete": "b33! Yes",
      "Steps/web-2-checked": "+! Subscribe to our newsletter", "chromium-select-open": "menu: i",
    ]
    for (name, text) in expected {
      #expect(said[name]?.contains(text) == true, "\(name): \(said[name] ?? "nothing")")
    }
  }

  @Test func refsKeepTheirMeaning() throws {
    for chain in Self.chains {
      var outliner = Outliner()
      _ = outliner.outline(of: try Fixtures.snapshot(chain[0]), for: "")
      var meanings: [Int: RefTable.Key] = [:]
      for name in chain {
        _ = outliner.update(to: try Fixtures.snapshot(name))
        for number in 1...200 {
          guard let ref = outliner.refs.ref(numbered: number), let key = outliner.refs.key(of: ref) else { continue }
          #expect(meanings[number, default: key] == key)
          meanings[number] = key
        }
      }
    }
  }
}
