import Geometry

/// The clip pass: which accessibles a person can see.
struct Visibility: Sendable {
  /// True for an accessible of which some part is on the screen.
  private(set) var isVisible: [Bool]
  /// True for an accessible that is visible or has something visible below it.
  private(set) var holdsVisible: [Bool]

  init(_ tree: Tree) {
    isVisible = Array(repeating: false, count: tree.snapshot.nodes.count)
    holdsVisible = isVisible
    for root in tree.roots {
      let members = [root] + tree.descendants(of: root)
      let controls = members.filter { tree[$0].kind != nil }
      for trust in Trust.allCases.drop(while: { $0 != Self.trust(in: members, of: tree) }) {
        show(members, of: tree, trusting: trust)
        // A filter that empties a tree is wrong about its toolkit, not the tree about its window.
        if controls.count <= 10 || controls.filter({ isVisible[$0] }).count > 1 { break }
      }
    }
    for index in tree.snapshot.nodes.indices.reversed() {
      if isVisible[index] { holdsVisible[index] = true }
      if holdsVisible[index], let parent = tree.parent(of: index) { holdsVisible[parent] = true }
    }
  }

  /// Which of its states a toolkit keeps right.
  private enum Trust: CaseIterable { case showing, visible, bounds }

  /// GTK 4.8 sets SHOWING on nothing but the window.
  private static func trust(in members: [Int], of tree: Tree) -> Trust {
    let sized = members.filter { tree[$0].bounds.map { !$0.isEmpty } ?? false }
    let showing = sized.filter { tree[$0].states.contains(.showing) }.count
    return showing <= 1 && sized.count > 3 ? .visible : .showing
  }

  private mutating func show(_ members: [Int], of tree: Tree, trusting trust: Trust) {
    let screen = tree.snapshot.window.screen
    var clips: [Int: Rect] = [:]
    var rowClips: [Int: Rect] = [:]
    for index in members {
      let node = tree[index]
      let inherited = tree.parent(of: index).flatMap { node.role.isColumnHeader ? clips[$0] : rowClips[$0] }
      let clip = floats(node.role) ? screen : inherited ?? screen
      let drawn = node.bounds.map { bounds in clip.map { bounds.intersection($0) } ?? bounds }
      isVisible[index] = says(node, trust) && isDrawn(drawn, node, parent: tree.parent(of: index), tree)
      clips[index] = clipsChildren(node, of: tree) ? drawn ?? clip : clip
      rowClips[index] = clips[index]?.below(tree.headers(of: index))
    }
  }

  private func says(_ node: Node, _ trust: Trust) -> Bool {
    switch trust {
    // The items of a menu that Firefox has closed go on showing, but are not visible.
    case .showing: node.states.contains(.showing) && (node.states.contains(.visible) || !isMenuPart(node.role))
    case .visible: node.states.contains(.visible) || node.states.contains(.showing)
    case .bounds: true
    }
  }

  private func isMenuPart(_ role: Role) -> Bool {
    [.menu, .menuItem, .checkMenuItem, .radioMenuItem].contains(role)
  }

  private func isDrawn(_ drawn: Rect?, _ node: Node, parent: Int?, _ tree: Tree) -> Bool {
    if let drawn, let bounds = node.bounds {
      return Self.shows(drawn.width, of: bounds.width) && Self.shows(drawn.height, of: bounds.height)
    }
    // GTK 4 knows the place of everything that is drawn.
    if tree.isGTK4 { return false }
    // Where a toolkit knows no place, a control is not drawn, and a text is where its parent is.
    switch node.role {
    case .pageTab: return !node.name.isEmpty
    default: return node.kind == nil && parent.map { isVisible[$0] } ?? true
    }
  }

  /// Of what is cut off, a strip says nothing that is narrower than a few pixels and than a quarter of the whole.
  private static func shows(_ part: Int, of whole: Int) -> Bool {
    part > 1 && part >= min(whole / 4, 12)
  }

  /// Drawn in a window of its own, outside what is around it in the tree.
  private func floats(_ role: Role) -> Bool {
    switch role {
    case .menu, .popupMenu, .window, .dialog, .alert, .toolTip: true
    default: false
    }
  }

  private func clipsChildren(_ node: Node, of tree: Tree) -> Bool {
    switch node.role {
    case .scrollPane, .viewport, .list, .listBox, .table, .tree, .treeTable, .layeredPane, .internalFrame,
      .directoryPane, .documentFrame, .documentWeb, .documentText, .pageTabList, .frame, .window, .dialog:
      true
    // Qt draws no part of a box outside the box that it is in; its scrolled views are such boxes.
    default: tree.isQt && node.role.isWrapper
    }
  }
}
