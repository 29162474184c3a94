import Commands
import TestSupport
import Testing

@testable import Offline

@Suite struct LineReaderTests {
  private func elements(_ line: String) -> [ReadElement] { ReadSection(line: line).elements }

  @Test func refsMarksAndNames() {
    let read = elements("b1- Back c2+! Bold x3* my notes.txt x4 Papers/ m5")
    #expect(read.map(\.ref) == [Ref(.button, 1), Ref(.check, 2), Ref(.item, 3), Ref(.item, 4), Ref(.menu, 5)])
    #expect(read.map(\.name) == ["Back", "Bold", "my notes.txt", "Papers", ""])
    #expect(read.map(\.isDisabled) == [true, false, false, false, false])
    #expect(read.map(\.isFolder) == [false, false, false, true, false])
    #expect(read[1].isChecked && read[1].isFocused && read[2].isSelected)
  }

  @Test func valuesAndTexts() {
    let read = elements(#"e7!="Sam| \"x\" b3" Name "16 items" s26="4" Zoom d2="a\nb" (500 characters) e9 password"#)
    #expect(read.map(\.value) == ["Sam \"x\" b3", nil, "4", "a\nb", nil])
    #expect(read.map(\.name) == ["Name", "16 items", "Zoom", "", ""])
    #expect(read.map { $0.ref == nil } == [false, true, false, false, false])
  }

  @Test func namesThatLookLikeSomethingElse() {
    let read = elements(#"x1 "x12 foo" x2 "done \"x\"" x3 "a|b"/ x4 = x5 - x6 12 b x7 "\\""#)
    #expect(read.map(\.name) == ["x12 foo", "done \"x\"", "a|b", "=", "-", "12 b", "\\"])
    #expect(read[2].isFolder)
  }

  @Test func cells() {
    let read = elements(#"x1 a.txt|20 bytes|"x|y"||Today x2 b|c"#)
    #expect(read.map(\.name) == ["a.txt", "b"])
    #expect(read.map(\.cells) == [["20 bytes", "x|y", "", "Today"], ["c"]])
  }

  @Test func aCombiningMarkSwallowsNothing() {
    #expect(elements("x1 \u{301}a x2 b").map(\.name) == ["\u{301}a", "b"])
    #expect(elements("x1 \"\u{301}a b3\" x2 b").map(\.name) == ["\u{301}a b3", "b"])
  }

  @Test func headings() {
    let list = ReadSection(line: "g9! Files (2) (Name|Size, Type: all, Date) 500 rows: x10! a/ g9! +489 more")
    #expect(list.heading?.title == "Files (2)")
    #expect(list.heading?.rowCount == 500)
    #expect(list.heading?.marks == ["!"])
    #expect(list.foldedCount == 489)
    #expect(list.elements.count == 1)
    #expect(ReadSection(line: "g12! empty:").heading?.isEmpty == true)
    #expect(ReadSection(line: "menu File: i1 New").heading?.kind == .openMenu)
    #expect(ReadSection(line: "behind g7 \"a: b\": 7 b, 18 x").foldedItemCount == 18)
    #expect(ReadSection(line: "rest g28: 2 text").foldedCount == 2)
    #expect(ReadSection(line: "g5 opaque 639x493").elements.first?.isOpaque == true)
    let stale = ReadSection(line: "g4! (Name, Size): g5! opaque 639x493 out of date, key F5").elements.first
    #expect(stale?.isOpaque == true && stale?.isStale == true && stale?.name == "")
    let choice = ReadSection(line: "o5 opaque 130x34 Size").elements.first
    #expect(choice?.name == "Size" && choice?.isOpaque == false)
    #expect(ReadSection(line: "Person: e1 Name").heading?.title == "Person")
    #expect(ReadSection(line: "\"Warning: careful\" b1 OK").heading == nil)
    #expect(ReadSection(line: "not in view: g7: x8 late").elements.first?.isHidden == true)
  }

  @Test func answersOfFind() {
    let menu = ReadElement(foundLine: #"i40 Folder (in "File > Create New... (x) \"y\"", hidden)"#)
    #expect(menu?.place == "File > Create New... (x) \"y\"")
    #expect(menu?.isHidden == true)
    #expect(menu?.name == "Folder")
    let hidden = elements(#"not in view: c25 Side Pane (in "View") i26 Folder (in "File > New \"x\"") b27 Go"#)
    #expect(hidden.map(\.name) == ["Side Pane", "Folder", "Go"])
    #expect(hidden.map(\.place) == ["View", "File > New \"x\"", nil])
    #expect(hidden.map(\.isHidden) == [true, true, true])
    #expect(ReadElement(foundLine: "x3 a (in the box)")?.name == "a (in the box)")
    #expect(ReadElement(foundLine: "b1 Go (hidden)")?.name == "Go")
  }

  @Test("nothing that a line can hold ends in a crash", arguments: 0..<200)
  func anyLine(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 7)
    let parts = [
      "\"", "\\", "|", " ", "g1", "x2*", "e3=", ":", "(", ")", "+3 more", "a", "\u{301}", "menu", "behind", "rest", "/",
      "12 b", "+ ", "- ", "~ ", "window \"", "not in view:", "=\"", "…", "3 found", "empty", "opaque 1x1",
    ]
    let lines = (0..<20).map { _ in
      (0..<Int.random(in: 0...12, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }
    var view = ReadView()
    view.read(lines, after: [.find("x"), .expand(Ref(.group, 1))])
    view.read(lines.reversed(), after: [.expand(Ref(.group, 1))])
    #expect(view.message == 2)
  }
}
