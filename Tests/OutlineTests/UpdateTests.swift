import TestSupport
import Testing

@testable import Outline

@Suite struct UpdateTests {
  private func window(
    title: String = "Test", rows: [String], checked: Bool = false, text: String = "", focus: Bool = true,
    extra: [Widget] = []
  ) -> Snapshot {
    Snapshot(
      title,
      [
        Widget(
          .frame, title, id: "/frame",
          [
            Widget(.checkBox, "Wrap", id: "/check", adding: checked ? .checked : []),
            Widget(
              .text, "Name", id: "/name", text: text, caret: text.count,
              adding: focus ? [.editable, .focused] : .editable),
            Widget(.list, id: "/list", rows.map { Widget(.listItem, $0, id: "/row/\($0)") }),
          ] + extra)
      ])
  }

  private func change(from before: Snapshot, to after: Snapshot, budget: Int = 200) -> Update {
    var outliner = Outliner(budget: budget)
    _ = outliner.outline(of: before, for: "")
    return outliner.update(to: after)
  }

  private let rows = (1...9).map { "file \($0)" }

  @Test func saysWhatChangedAppearedAndWent() {
    let after = window(rows: Array(rows.dropFirst()) + ["Papers"], checked: true, text: "Sam")
    #expect(
      change(from: window(rows: rows), to: after).text == """
        ~ c11+ Wrap e12!="Sam|" Name
        + g1: x13 Papers
        - x2 file 1
        """)
  }

  @Test func saysThatNothingChanged() {
    let update = change(from: window(rows: rows), to: window(rows: rows))
    #expect(update.text == "Otherwise as before.")
    #expect(update.tokens <= 6)
  }

  @Test func aNewTitleIsSaid() {
    let after = window(title: "Other", rows: rows)
    #expect(change(from: window(rows: rows), to: after).text == "~ window \"Other\" Tester")
  }

  @Test func thatTheFocusLeftIsToldByWhereItWent() {
    let after = window(rows: rows, focus: false, extra: [Widget(.pushButton, "Go", id: "/go", adding: .focused)])
    #expect(
      change(from: window(rows: rows, extra: [Widget(.pushButton, "Go", id: "/go")]), to: after).text.hasPrefix("~ b"))
  }

  @Test func aDialogIsANewOutline() throws {
    let before = window(rows: rows)
    var after = before
    let dialog = Snapshot(
      "Test", [Widget(.dialog, "Sure?", id: "/dialog", adding: .modal, [Widget(.pushButton, "Yes")])])
    after.nodes =
      dialog.nodes
      + before.nodes.map { node in
        var node = node
        node.parent = node.parent.map { $0 + dialog.nodes.count }
        return node
      }
    let update = change(from: before, to: after)
    guard case .outline(let outline) = update else {
      Issue.record("A dialog came as \(update.text)")
      return
    }
    #expect(outline.text.hasPrefix("dialog \"Sure?\""))
  }

  @Test func backInAWindowOnlyWhatChangedSinceIsSaid() {
    let before = window(rows: rows)
    let dialog = Snapshot(
      "Test", [Widget(.dialog, "Name it", id: "/dialog", adding: .modal, [Widget(.pushButton, "OK")])])
    var outliner = Outliner()
    _ = outliner.outline(of: before, for: "")
    #expect(outliner.update(to: dialog).text.hasPrefix("dialog \"Name it\""))
    #expect(outliner.update(to: window(rows: rows + ["Papers"])).text == "window \"Test\" Tester\n+ g1: x14 Papers")
    #expect(outliner.update(to: dialog).text.hasPrefix("dialog \"Name it\""))
    #expect(outliner.update(to: window(rows: rows + ["Papers"])).text == "window \"Test\" Tester\nOtherwise as before.")
  }

  @Test func mostlyNewIsANewOutline() {
    let update = change(from: window(rows: rows), to: window(rows: (1...9).map { "other \($0)" }))
    guard case .outline = update else {
      Issue.record("Another folder came as \(update.text)")
      return
    }
  }

  @Test func aDifferenceHoldsTheBudget() {
    let many = (1...40).map { "file number \($0)" }
    let more = many + (1...24).map { "a new file with a long name \($0)" }
    let update = change(from: window(rows: many), to: window(rows: more), budget: 100)
    #expect(update.tokens <= 100)
  }

  @Test func theFirstUpdateIsAnOutline() {
    var outliner = Outliner()
    #expect(outliner.update(to: window(rows: rows)).text.hasPrefix("window"))
  }

  @Test(
    "recorded pairs of before and after",
    arguments: [
      ("thunar-list", "thunar-context-menu"), ("thunar-list", "thunar-create-folder"), ("mousepad", "mousepad-menu"),
      ("pcmanfm", "pcmanfm-menu"), ("kcalc", "kcalc-menu"), ("gnome-calculator", "gnome-calculator-menu"),
    ])
  func recordedPairs(before: String, after: String) throws {
    var outliner = Outliner()
    let first = outliner.outline(of: try Fixtures.snapshot(before), for: "")
    let there = outliner.update(to: try Fixtures.snapshot(after))
    let back = outliner.update(to: try Fixtures.snapshot(before))
    #expect(there.tokens <= 200)
    expectGolden("\(first.text)\n\n\(there.text)\n\n\(back.text)\n", "pairs/\(before)+\(after).txt")
  }
}
