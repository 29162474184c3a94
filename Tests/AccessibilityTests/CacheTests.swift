import Geometry
import Outline
import Testing

@testable import Accessibility
@testable import MessageBus

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
    let sent = Argument.structure([
      .reference(":1.1", "/4"), .reference(":1.1", "/root"), .reference(":1.1", "/2"), .int32(3), .int32(-1),
      .array([.string("org.a11y.atspi.Action")], of: "s"), .string("Save"), .uint32(43), .string("Writes the file"),
      .array([.uint32(33_554_432), .uint32(0)], of: "u"),
    ])
    let reply = try Variant.reply([.array([sent], of: "((so)(so)(so)iiassusau)")])
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

  @Test(
    arguments: [
      .array([], of: "((so)(so)(so)a(so)assusau)"), .array([], of: "((so)(so)(so)iiassusau)"), .string("none"),
    ] as [Argument])
  func listOfAnotherFormOrEmptyIsNil(sent: Argument) throws {
    #expect(CachedItem.list(try Variant.reply([sent])) == nil)
  }

  @Test func treeEntryReadsBounds() throws {
    let extents = Argument.structure([.uint32(1), .uint32(2), .uint32(3), .uint32(4)])
    let properties = Argument.array([.entry(.string("component.ScreenExtents"), .boxed(extents))], of: "{sv}")
    let sent = Argument.structure([.reference(":1.1", "/4"), properties])
    let reply = try Variant.reply([.array([sent], of: "((so)a{sv})")])
    #expect(TreeEntry.list(reply)?.first?.bounds == Rect(x: 1, y: 2, width: 3, height: 4))
    #expect(TreeEntry.list(try Variant.reply([.string("no tree")])) == nil)
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

  @Test func aTreeAloneTellsNamesAndParents() throws {
    let sent = [("/4", "/2", "Name"), ("/5", "/4", ""), ("/6", "/4", "Report.txt")].map { path, parent, name in
      Argument.structure([
        .reference(":1.1", path),
        .array(
          [
            .entry(.string("Name"), .boxed(.string(name))),
            .entry(.string("Parent"), .boxed(.reference(":1.1", parent))),
          ], of: "{sv}"),
      ])
    }
    let entries = try #require(TreeEntry.list(Variant.reply([.array(sent, of: "((so)a{sv})")])))
    let nodes = TreeEntry.assemble(entries, below: button)
    #expect(nodes.map(\.parent) == [nil, 0, 0])
    #expect(nodes.map(\.name) == ["Name", "", "Report.txt"])
    #expect(TreeEntry.assemble([], below: button).isEmpty)
  }

  @Test func whatHasNoPlaceInTheTreeIsLeftOut() {
    let nodes = TreeEntry.assemble(
      [frame, button].map(TreeEntry.init(id:)),
      from: items([item(frame, parent: nil), item(button, parent: panel)]), roots: [frame])
    #expect(nodes.map(\.id) == [frame])
  }
}
