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

  /// Firefox knows of a page what is in it before it knows where.
  private static func hasUnplacedPage(_ nodes: [Node]) -> Bool {
    nodes.contains { node in
      node.states.isSuperset(of: [.showing, .focusable]) && node.bounds == nil && isInPage(node, of: nodes)
    }
  }

  private static func isInPage(_ node: Node, of nodes: [Node]) -> Bool {
    var node: Node? = node
    while let current = node {
      if current.role == .documentWeb { return true }
      node = current.parent.map { nodes[$0] }
    }
    return false
  }
}
