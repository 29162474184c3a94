import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct WakingTests {
  private let place = Rect(x: 0, y: 100, width: 600, height: 400)

  private func window(_ nodes: Node...) -> [Node] {
    let root = Node(id: NodeID(bus: ":1.1", path: "/0"), parent: nil, role: .frame, bounds: place)
    // The browser's own buttons.
    let buttons = (1...20).map { Node(id: NodeID(bus: ":1.1", path: "/\($0)"), parent: 0, role: .pushButton) }
    return [root] + buttons + nodes
  }

  private func page(at bounds: Rect?, childCount: Int = 1) -> Node {
    Node(
      id: NodeID(bus: ":1.1", path: "/page"), parent: 0, role: .documentWeb, states: [.showing, .focusable],
      bounds: bounds, childCount: childCount)
  }

  @Test func chromiumTellsOfItselfBeforeThePage() {
    let chromium = Toolkit(name: "Chromium", version: "156")
    #expect(Waking.isAwaited(Array(window().prefix(3)), of: chromium, isKnown: true))
    #expect(Waking.isAwaited(window(), of: chromium, isKnown: false))
    #expect(Waking.isAwaited(window(page(at: place, childCount: 0)), of: chromium, isKnown: false))
    #expect(!Waking.isAwaited(window(page(at: place)), of: chromium, isKnown: false))
  }

  @Test func anEmptyPageIsNotWaitedForTwice() {
    let chromium = Toolkit(name: "Chromium", version: "156")
    #expect(!Waking.isAwaited(window(page(at: place, childCount: 0)), of: chromium, isKnown: true))
  }

  @Test func firefoxTellsWhatIsInAPageBeforeItTellsWhere() {
    let firefox = Toolkit(name: "Gecko", version: "153")
    #expect(Waking.isAwaited(window(page(at: nil)), of: firefox, isKnown: true))
    #expect(!Waking.isAwaited(window(page(at: place)), of: firefox, isKnown: true))
  }

  @Test func othersAreNeverAsleep() {
    #expect(!Waking.isAwaited([], of: Toolkit(name: "gtk", version: "3.24"), isKnown: false))
  }
}
