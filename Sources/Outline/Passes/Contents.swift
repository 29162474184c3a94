import Geometry

/// Which accessibles hold something that an outline can say, so that regions without any can be told.
struct Contents: Sendable {
  private(set) var holdsContent: [Bool]
  /// Where the accessibles are that can be said.
  private var places: [Point] = []

  init(_ tree: Tree, _ visibility: Visibility, _ naming: Naming) {
    holdsContent = tree.snapshot.nodes.indices.map { index in
      guard visibility.isVisible[index] else { return false }
      let node = tree[index]
      if node.role.isDecoration { return false }
      let isTextBar = node.role == .statusBar && tree.children[index].isEmpty
      if node.role.isStaticText || node.role == .progressBar || isTextBar { return !naming.text(of: index).isEmpty }
      if node.role == .text { return true }
      return node.kind != nil && !node.role.isDrawing || node.role.isColumnHeader || node.isList
    }
    places = holdsContent.indices.filter { holdsContent[$0] }.compactMap { tree[$0].bounds?.center }
    for index in tree.snapshot.nodes.indices.reversed() where holdsContent[index] {
      if let parent = tree.parent(of: index) { holdsContent[parent] = true }
    }
  }

  /// True for a region of which the tree says at most what stands at its edges: GTK 4 exposes no row of a tree view.
  func isDrawn(_ index: Int, in tree: Tree, _ visibility: Visibility) -> Bool {
    guard visibility.isVisible[index], tree.isGTK4, Self.drawnClasses.contains(tree[index].name) else { return false }
    return tree[index].bounds.map { $0.width >= 64 && $0.height >= 64 } ?? false
  }

  private static let drawnClasses: Set = ["GtkDrawingArea", "GtkGLArea", "GtkIconView", "GtkTreeView"]

  /// True for a list of which the tree tells that it has items and where, but not what they are: icons without titles.
  func isPictured(_ index: Int, in tree: Tree, _ visibility: Visibility) -> Bool {
    guard visibility.isVisible[index], let bounds = tree[index].bounds else { return false }
    return tree.children[index].contains { item in
      tree[item].role.isItem && tree[item].bounds.map(bounds.intersects) ?? false
    }
  }

  /// True for a region that is large and of which the tree says nothing.
  func isOpaque(_ index: Int, in tree: Tree, _ visibility: Visibility) -> Bool {
    guard visibility.isVisible[index], !holdsContent[index], let bounds = tree[index].bounds else { return false }
    // What is stacked behind other things is not seen, and a list without rows is empty.
    if places.contains(where: bounds.contains) || tree.descendants(of: index).contains(where: { tree[$0].isList }) {
      return false
    }
    let role = tree[index].role
    if role.isDrawing || role == .layeredPane { return bounds.width >= 64 && bounds.height >= 64 }
    let window = tree.snapshot.window.bounds
    return bounds.width >= 160 && bounds.height >= 120
      && bounds.width * bounds.height * 6 >= window.width * window.height
  }
}
