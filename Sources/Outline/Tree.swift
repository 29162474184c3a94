/// A snapshot with the relations between its accessibles worked out.
struct Tree: Sendable {
  let snapshot: Snapshot
  /// The children of each accessible, by its place in the snapshot.
  let children: [[Int]]
  let roots: [Int]

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    var children = [[Int]](repeating: [], count: snapshot.nodes.count)
    var roots: [Int] = []
    for (index, node) in snapshot.nodes.enumerated() {
      // A parent that does not stand before its child would make a circle.
      if let parent = node.parent, (0..<index).contains(parent) {
        children[parent].append(index)
      } else {
        roots.append(index)
      }
    }
    self.children = children
    self.roots = roots
  }

  subscript(index: Int) -> Node { snapshot.nodes[index] }

  var isGTK4: Bool { snapshot.isGTK4 }

  var isQt: Bool { snapshot.toolkit.hasPrefix("Qt") }

  func parent(of index: Int) -> Int? {
    guard let parent = self[index].parent, parent < index else { return nil }
    return parent
  }

  /// The accessibles above one, the nearest first.
  func ancestors(of index: Int) -> some Sequence<Int> {
    sequence(state: index) { current in
      guard let parent = parent(of: current) else { return nil }
      current = parent
      return parent
    }
  }

  /// Everything below an accessible, in the order of the tree, without what `isClosed` says to leave out.
  func descendants(of index: Int, where isOpen: (Int) -> Bool = { _ in true }) -> [Int] {
    var found: [Int] = []
    var waiting = Array(children[index].reversed())
    while let next = waiting.popLast() {
      guard isOpen(next) else { continue }
      found.append(next)
      waiting.append(contentsOf: children[next].reversed())
    }
    return found
  }

  func isInDocument(_ index: Int) -> Bool {
    self[index].role.isDocument || ancestors(of: index).contains { self[$0].role.isDocument }
  }

  func root(of index: Int) -> Int {
    var last = index
    for ancestor in ancestors(of: index) { last = ancestor }
    return last
  }
}
