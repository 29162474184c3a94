import Outline

/// A page of Chromium goes on saying that it has the focus while the address bar or a menu has it.
enum PageFocus {
  static func corrected(in nodes: [Node]) -> [Node] {
    var isInPage: [Bool] = []
    for node in nodes {
      isInPage.append(node.role == .documentWeb || node.parent.map { isInPage[$0] } ?? false)
    }
    let focused = nodes.indices.filter { nodes[$0].states.contains(.focused) }
    guard focused.contains(where: { !isInPage[$0] }) else { return nodes }
    var corrected = nodes
    for index in focused where isInPage[index] { corrected[index].states.remove(.focused) }
    return corrected
  }
}
