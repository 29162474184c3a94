import Geometry
import MessageBus
import Outline
import Testing

@testable import Accessibility

@Suite struct CacheTests {
  private let frame = NodeID(bus: ":1.1", path: "/1")
  private let panel = NodeID(bus: ":1.1", path: "/2")
  private let pane = NodeID(bus: ":1.1", path: "/3")
  private let button = NodeID(bus: ":1.1", path: "/4")

  private func item(_ id: NodeID, parent: NodeID?, childCount: Int = 0) -> CachedItem {
    var item = CachedItem(id: id)
    item.parent = parent
    item.node.childCount = childCount
    return item
  }

  private func items(_ list: [CachedItem]) -> [NodeID: CachedItem] {
    list.reduce(into: [:]) { $0[$1.node.id] = $1 }
  }

  @Test func listReadsEveryField() throws {
    let reply = try #require(
      Variant.parsing(
        """
        ([((':1.1', objectpath '/4'), (':1.1', objectpath '/root'), (':1.1', objectpath '/2'), 3, -1, \
        ['org.a11y.atspi.Action'], 'Save', uint32 43, 'Writes the file', [uint32 33554432, 0])],)
        """))
    let item = try #require(CachedItem.list(reply)?.first)
    #expect(item.node.id == button)
    #expect(item.parent == panel)
    #expect(item.node.role == .pushButton)
    #expect(item.node.name == "Save")
    #expect(item.node.description == "Writes the file")
    #expect(item.node.states == .showing)
    #expect(item.node.interfaces == .action)
    #expect(item.node.childCount == -1)
  }

  @Test(arguments: ["(@a((so)(so)(so)a(so)assusau) [],)", "(@a((so)(so)(so)iiassusau) [],)", "('none',)"])
  func listOfAnotherFormOrEmptyIsNil(text: String) throws {
    #expect(CachedItem.list(try #require(Variant.parsing(text))) == nil)
  }

  @Test func treeEntryReadsBounds() throws {
    let reply = try #require(
      Variant.parsing(
        """
        ([((':1.1', objectpath '/4'), {'component.ScreenExtents': <(uint32 1, uint32 2, uint32 3, uint32 4)>})],)
        """))
    #expect(TreeEntry.list(reply)?.first?.bounds == Rect(x: 1, y: 2, width: 3, height: 4))
    #expect(TreeEntry.list(try #require(Variant.parsing("('no tree',)"))) == nil)
  }

  @Test func assembledNodesStandBelowTheirParents() {
    let nodes = TreeEntry.assemble(
      [frame, panel, button].map(TreeEntry.init(id:)),
      from: items([item(frame, parent: nil), item(panel, parent: frame), item(button, parent: panel)]),
      roots: [frame])
    #expect(nodes.map(\.parent) == [nil, 0, 1])
  }

  @Test func aParentOutsideTheTreeIsReplacedByTheOneThatLacksAChild() {
    let stranger = NodeID(bus: ":1.1", path: "/99")
    let nodes = TreeEntry.assemble(
      [frame, panel, pane, button].map(TreeEntry.init(id:)),
      from: items([
        item(frame, parent: nil, childCount: 1), item(panel, parent: frame, childCount: 1),
        item(pane, parent: stranger, childCount: 1), item(button, parent: pane),
      ]),
      roots: [frame])
    #expect(nodes.map(\.parent) == [nil, 0, 1, 2])
  }

  @Test func whatHasNoPlaceInTheTreeIsLeftOut() {
    let nodes = TreeEntry.assemble(
      [frame, button].map(TreeEntry.init(id:)),
      from: items([item(frame, parent: nil), item(button, parent: panel)]), roots: [frame])
    #expect(nodes.map(\.id) == [frame])
  }
}
