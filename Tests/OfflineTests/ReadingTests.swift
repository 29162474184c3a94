import Commands
import Foundation
import Outline
import TestSupport
import Testing

@testable import Offline

/// What the outline prints is read back, on recorded windows of real programs.
@Suite struct ReadingTests {
  private static let folder = Repository.root.appending(path: "Tests/OutlineTests/Fixtures")

  static let fixtures: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.sorted()
  }()

  private func snapshot(_ name: String) throws -> Snapshot {
    try JSONDecoder().decode(Snapshot.self, from: Data(contentsOf: Self.folder.appending(path: name)))
  }

  /// Every ref that was given so far.
  private func refs(of outliner: Outliner, in snapshot: Snapshot) -> Set<Ref> {
    let refs = (1...2000).flatMap { number in Ref.Kind.allCases.map { Ref($0, number) } }
    return Set(refs.filter { outliner.refs.resolve($0, in: snapshot) != .unknown })
  }

  private func refs(in view: ReadView) -> Set<Ref> {
    let sections = view.sections
    return Set(sections.flatMap(\.elements).compactMap(\.ref) + sections.compactMap(\.ref))
  }

  @Test func thereAreRecordedWindows() {
    #expect(Self.fixtures.count > 10)
  }

  @Test("every ref of an outline is read", arguments: fixtures)
  func readsRefs(fixture: String) throws {
    let snapshot = try snapshot(fixture)
    for budget in [80, 200, 600, 2000] {
      for request in ["organize this folder", "click Save"] {
        var outliner = Outliner(budget: budget)
        let text = outliner.outline(of: snapshot, for: request).text
        var view = ReadView()
        view.read(text.split(separator: "\n").map(String.init), after: [])
        #expect(refs(in: view) == refs(of: outliner, in: snapshot), "\(text)")
        #expect(!view.title.isEmpty)
        try check(view, against: snapshot, outliner, text)
      }
    }
  }

  @Test("what was folded is read after it is expanded", arguments: fixtures)
  func readsPages(fixture: String) throws {
    let snapshot = try snapshot(fixture)
    var outliner = Outliner()
    var view = ReadView()
    let outline = outliner.outline(of: snapshot, for: "").text
    view.read(outline.split(separator: "\n").map(String.init), after: [])
    var expansions = 0
    for section in view.sections {
      guard let ref = section.ref, section.foldedCount > 0, let page = outliner.expand(ref) else { continue }
      expansions += 1
      view.read(page.split(separator: "\n").map(String.init), after: [.expand(ref)])
      #expect(view.section(ref).map { $0.foldedCount < section.foldedCount } ?? true, "\(outline)\n\n\(page)")
    }
    // A page that is full has given a ref to what comes next.
    let missing = refs(of: outliner, in: snapshot).subtracting(refs(in: view))
    #expect(missing.count <= expansions, "\(missing) in \(outline)")
    #expect(refs(in: view).isSubset(of: refs(of: outliner, in: snapshot)), "\(outline)")
  }

  @Test("what is found is read", arguments: fixtures)
  func readsFound(fixture: String) throws {
    let snapshot = try snapshot(fixture)
    var outliner = Outliner()
    _ = outliner.outline(of: snapshot, for: "")
    for text in ["a", "file", "open", "save", "e", "nothing at all is called so"] {
      let answer = outliner.find(text)
      var view = ReadView()
      view.read(answer.split(separator: "\n").map(String.init), after: [.find(text)])
      let found = try #require(view.found)
      #expect(found.count == answer.split(separator: "\n").count - 1, "\(answer)")
      for element in found { #expect(!element.name.contains(" (in \""), "\(answer)") }
    }
  }

  /// Marks and names as the program has them.
  private func check(_ view: ReadView, against snapshot: Snapshot, _ outliner: Outliner, _ text: String) throws {
    for element in view.sections.flatMap(\.elements) {
      guard let ref = element.ref, case .found(let index) = outliner.refs.resolve(ref, in: snapshot) else { continue }
      let node = snapshot.nodes[index]
      // Parts of these have the focus for them, and Qt tells of a tab by the name of its list.
      if ref.kind != .item, ref.kind != .document, ref.kind != .combo {
        #expect(!element.isFocused || node.states.contains(.focused), "\(ref) in \(text)")
        if ref.kind != .tab || snapshot.toolkit != "Qt" {
          #expect(element.isSelected == node.states.contains(.selected), "\(ref) in \(text)")
        }
      }
      #expect(element.isDisabled == node.states.isDisjoint(with: [.enabled, .sensitive]), "\(ref) in \(text)")
      // Other toolkits name their accessibles in ways that the outline puts right.
      guard ["GAIL", "Qt"].contains(snapshot.toolkit) else { continue }
      let isPlain = node.name.wholeMatch(of: /[A-Za-z][A-Za-z .]{1,20}[a-z]/) != nil
      if isPlain, [.button, .menu, .menuItem, .link, .tab].contains(ref.kind) {
        #expect(element.name == node.name, "\(ref) in \(text)")
      }
      if ref.kind == .item, let shown = name(of: ref, in: snapshot, outliner), !element.name.contains("…"), isPlain {
        #expect(element.name == shown, "\(ref) in \(text)")
      }
    }
  }

  private func name(of ref: Ref, in snapshot: Snapshot, _ outliner: Outliner) -> String? {
    guard case .found(let index) = outliner.refs.resolve(ref, in: snapshot) else { return nil }
    let node = snapshot.nodes[index]
    return node.name.isEmpty ? node.text : node.name
  }
}
