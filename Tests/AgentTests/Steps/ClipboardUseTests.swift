import Commands
import Foundation
import Outline
import Testing

@testable import Agent
@testable import Input

@Suite struct ClipboardUseTests {
  private let desktop = FakeDesktop([
    .menuBar([.menu("Bearbeiten", [])]), .button("Einfügen"), .button("Senden"), .field("Name"),
  ])

  init() {
    desktop.with { world in
      world.keyBindings = ["Kopírovat jako": "k;<Alt>b:k;<Primary>c", "Tempel": "Ctrl+V", "Neu": "<Primary>n"]
      world.onPress["Bearbeiten"] = {
        $0.show(.openMenu("Menü", ["Ausschneiden", "Kopírovat jako", "Tempel", "Neu", "Schließen"]))
      }
      for item in ["Ausschneiden", "Kopírovat jako", "Tempel", "Neu"] {
        world.onClick[item] = { $0.hideFirstRoot() }
      }
      world.onKey["Escape"] = { $0.hideFirstRoot() }
    }
  }

  @Test(arguments: [
    ([], false), (["key ctrl+c"], false), (["key ctrl+v"], false), (["key ctrl+x", "key ctrl+v"], true),
    (["key ctrl+c", "click {Senden}", "key shift+Insert"], true), (["key ctrl+c", "key ctrl+v", "key ctrl+c"], false),
    (["key ctrl+c", "click {Einfügen}"], true), (["menu \"Bearbeiten > Ausschneiden\"", "key ctrl+v"], true),
    (["menu \"Bearbeiten > Ausschneiden\"", "menu \"Bearbeiten > Tempel\""], true),
    (["key ctrl+c", "menu \"Bearbeiten > Neu\""], false),
  ])
  func tellsAMeansFromAnEndInAnyLanguage(lines: [String], wasMeans: Bool) async throws {
    var hand = try await Hand(desktop)
    for line in lines { _ = try await hand.report(line) }
    #expect((await hand.steps.clipboardToPutBack() != nil) == wasMeans)
    desktop.with { $0.copies += 1 }
    #expect(await hand.steps.clipboardToPutBack() == nil)
  }

  @Test func keepsWhatThereWasBeforeTheFirstCopyingOnly() async throws {
    var hand = try await Hand(desktop)
    _ = try await hand.report("click {Senden}")
    #expect(desktop.with { $0.clipboardReads } == 0)
    for line in ["key ctrl+c", "key ctrl+v", "key ctrl+x", "key ctrl+v"] { _ = try await hand.report(line) }
    #expect(desktop.with { $0.clipboardReads } == 1)
  }

  @Test(arguments: ["key ctrl+c", "key ctrl+v"])
  func keepsWhatThePersonCopiesBetweenItsOwn(line: String) async throws {
    var hand = try await Hand(desktop)
    for line in ["key ctrl+c", "key ctrl+v"] { _ = try await hand.report(line) }
    let theirs = ClipboardContent(forms: [.init(target: "STRING", type: "STRING", format: 8, data: Data("theirs".utf8))]
    )
    desktop.with { ($0.copies, $0.clipboard) = ($0.copies + 1, theirs) }
    _ = try await hand.report(line)
    #expect(await hand.steps.clipboardToPutBack() == nil)
    for line in ["key ctrl+x", "key ctrl+v"] { _ = try await hand.report(line) }
    #expect(await hand.steps.clipboardToPutBack() == theirs)
  }

  @Test func doesNotTakeACopyForItsOwnAtWhichThePersonActed() async throws {
    desktop.with { $0.onKey["ctrl+c"] = { $0.personHasActed = true } }
    var hand = try await Hand(desktop)
    for line in ["key ctrl+c", "key ctrl+v"] { _ = try await hand.report(line) }
    #expect(await hand.steps.clipboardToPutBack() == nil)
  }

  @Test(arguments: ["key ctrl+c", "menu \"Bearbeiten > Kopírovat jako\""])
  func doesNotCopyOverWhatCannotBeKept(line: String) async throws {
    desktop.with { $0.clipboard = nil }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal(line) == .clipboardNotKept)
    #expect(desktop.deeds.allSatisfy { $0 == .press("Bearbeiten") || $0 == .key("Escape") })
    _ = try await hand.report("key ctrl+v")
    #expect(await hand.steps.clipboardToPutBack() == nil)
  }

  @Test(arguments: [
    ("k;<Alt>b:k;<Primary>c", ClipboardDeed.copy), ("Ctrl+X", .copy), ("<Control>Insert", .copy), ("Ctrl+V", .paste),
    ("<Shift>Insert", .paste), ("<Primary><Shift>v", .paste), ("<Space>", nil), ("Alt+K", nil), ("", nil),
    ("z;<Alt>b:z;", nil), ("<Primary>n", nil),
  ])
  func readsTheShortcutsOfToolkits(binding: String, deed: ClipboardDeed?) {
    #expect(Chord(keyBinding: binding).flatMap(ClipboardDeed.init) == deed)
  }

  @Test(arguments: [
    ("_Copy Copy", ClipboardDeed.copy), ("Als HTML kopieren", .copy), ("Klipp ut", .copy), ("コピー(C)", .copy),
    ("붙여넣기", .paste), ("Yapıştır", .paste), ("Вставить", .paste), ("Copyright", nil), ("Save", nil), ("", nil),
  ])
  func readsTitles(title: String, deed: ClipboardDeed?) {
    #expect(ClipboardDeed(title: title) == deed)
  }
}
