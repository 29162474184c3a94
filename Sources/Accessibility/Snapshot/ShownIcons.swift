import Outline

/// GTK 2 icon views say SHOWING of an icon only after it has been drawn with a change, and never of those in a folder
/// that was just opened. What shows is told by the view around them, and by their places.
enum ShownIcons {
  static func marked(_ nodes: [Node], toolkit: Toolkit) -> [Node] {
    guard toolkit.isGTK2 else { return nodes }
    var marked = nodes
    for index in nodes.indices where isShown(nodes[index], in: nodes) {
      marked[index].states.insert(.showing)
    }
    return marked
  }

  private static func isShown(_ node: Node, in nodes: [Node]) -> Bool {
    guard node.role == .icon, node.states.contains(.visible), let parent = node.parent else { return false }
    return nodes[parent].states.contains(.showing)
  }

  /// Icons whose only name is their text, which is read whether they are in view or not, so that they can be found.
  static func unnamed(_ nodes: [Node]) -> [Int] {
    Array(nodes.indices.filter { nodes[$0].role == .icon && nodes[$0].name.isEmpty }.prefix(mostNames))
  }

  private static let mostNames = 500
}
