import Commands
import Foundation
import Testing

@testable import Outline

@Suite struct RefTableTests {
  private func list(_ names: [String], id: String = "/row") -> Snapshot {
    .window([
      Widget(.list, id: "/list", names.enumerated().map { Widget(.listItem, $0.element, id: "\(id)\($0.offset)") })
    ])
  }

  @Test func anAccessibleKeepsItsRef() {
    var outliner = Outliner()
    let first = outliner.outline(of: list(["a", "b"]), for: "")
    #expect(first.text.hasSuffix("g1: x2 a x3 b"))
    #expect(outliner.outline(of: list(["a", "b"]), for: "") == first)
  }

  @Test func aRowThatIsReusedGetsANewRef() {
    var outliner = Outliner()
    _ = outliner.outline(of: list(["a", "b"]), for: "")
    #expect(outliner.outline(of: list(["c", "b"]), for: "").text.hasSuffix("g1: x4 c x3 b"))
    #expect(outliner.outline(of: list(["a", "b"]), for: "").text.hasSuffix("g1: x2 a x3 b"))
  }

  @Test func aButtonThatIsRenamedKeepsItsRef() {
    var outliner = Outliner()
    _ = outliner.outline(of: .window([Widget(.pushButton, "Play", id: "/b")]), for: "")
    #expect(outliner.outline(of: .window([Widget(.pushButton, "Pause", id: "/b")]), for: "").text.hasSuffix("b1 Pause"))
  }

  @Test func aNumberIsNeverGivenTwice() throws {
    var outliner = Outliner()
    var meanings: [String: String] = [:]
    for name in Fixtures.names {
      let snapshot = try Fixtures.snapshot(name)
      _ = outliner.outline(of: snapshot, for: "")
      for number in 1... {
        guard let ref = outliner.refs.ref(numbered: number), let key = outliner.refs.key(of: ref) else { break }
        let meaning = "\(ref) \(key)"
        #expect(meanings.updateValue(meaning, forKey: "\(number)") ?? meaning == meaning)
      }
    }
    #expect(meanings.count > 100)
  }

  @Test func aRefLeadsToItsAccessible() throws {
    var outliner = Outliner()
    let snapshot = list(["a", "b"])
    _ = outliner.outline(of: snapshot, for: "")
    #expect(outliner.refs.resolve(Ref(.item, 3), in: snapshot) == .found(3))
    #expect(outliner.refs.resolve(Ref(.group, 1), in: snapshot) == .found(1))
  }

  @Test func aStaleRefLeadsNowhere() {
    var outliner = Outliner()
    let snapshot = list(["a", "b"])
    _ = outliner.outline(of: snapshot, for: "")
    #expect(outliner.refs.resolve(Ref(.item, 3), in: list(["a"])) == .gone)
    #expect(outliner.refs.resolve(Ref(.item, 3), in: list(["a", "z"])) == .changed(nameNow: "z"))
    #expect(outliner.refs.resolve(Ref(.item, 9), in: snapshot) == .unknown)
    #expect(outliner.refs.resolve(Ref(.button, 3), in: snapshot) == .unknown)
    var twice = snapshot
    twice.nodes.append(snapshot.nodes[3])
    #expect(outliner.refs.resolve(Ref(.item, 3), in: twice) == .ambiguous)
    var other = snapshot
    other.nodes[3].role = .pushButton
    #expect(outliner.refs.resolve(Ref(.item, 3), in: other) == .gone)
  }

  @Test func aFieldIsTheSameWhateverItHolds() {
    var outliner = Outliner()
    func form(_ text: String) -> Snapshot { .window([Widget(.text, id: "/e", text: text, adding: .editable)]) }
    _ = outliner.outline(of: form("a"), for: "")
    #expect(outliner.refs.resolve(Ref(.editable, 1), in: form("b")) == .found(1))
  }

  @Test func refsSurviveBetweenRuns() throws {
    var outliner = Outliner()
    _ = outliner.outline(of: list(["a", "b"]), for: "")
    let kept = try JSONDecoder().decode(RefTable.self, from: JSONEncoder().encode(outliner.refs))
    #expect(kept == outliner.refs)
    var next = Outliner(refs: kept)
    #expect(next.outline(of: list(["a", "new"]), for: "").text.hasSuffix("g1: x2 a x4 new"))
  }
}
