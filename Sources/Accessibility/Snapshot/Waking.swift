import Outline

/// Tells whether a browser has yet to tell what its window shows.
enum Waking {
  /// More accessibles than a window of Chromium has before its tree is built.
  private static let sleepingNodes = 8

  /// A window that is known may show an empty page for good.
  static func isAwaited(_ nodes: [Node], of toolkit: Toolkit, isKnown: Bool) -> Bool {
    if toolkit.isChromium { return nodes.count <= sleepingNodes || !isKnown && !hasPage(nodes) }
    return toolkit.isFirefox && hasUnplacedPage(nodes)
  }

  /// Chromium's own buttons come before the page does.
  private static func hasPage(_ nodes: [Node]) -> Bool {
    nodes.contains { $0.role == .documentWeb && $0.childCount > 0 }
  }

  /// Firefox knows what is in a page before it knows where.
  private static func hasUnplacedPage(_ nodes: [Node]) -> Bool {
    nodes.contains { $0.role == .documentWeb && $0.states.contains(.showing) && $0.bounds == nil }
  }
}
