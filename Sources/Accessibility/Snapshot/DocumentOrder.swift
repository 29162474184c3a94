import Outline

/// Nodes in document order, where everything below a node follows it directly.
extension [Node] {
  /// The node at `place` and everything below it.
  func subtree(at place: Int) -> Range<Int> {
    var end = place + 1
    while end < count, let parent = self[end].parent, parent >= place { end += 1 }
    return place..<end
  }

  /// The children of every node, in order.
  var childPlaces: [[Int]] {
    var children = [[Int]](repeating: [], count: count)
    for (place, node) in enumerated() {
      if let parent = node.parent { children[parent].append(place) }
    }
    return children
  }

  /// Makes roots of the nodes at `places` and puts them before everything else. None may be below another.
  func hoisting(_ places: [Int]) -> [Node] {
    guard !places.isEmpty else { return self }
    let hoisted = places.map(subtree(at:))
    let moved = Set(hoisted.flatMap(\.self))
    let order = hoisted.flatMap(\.self) + indices.filter { !moved.contains($0) }
    var newPlaces = [Int](repeating: 0, count: count)
    for (new, old) in order.enumerated() { newPlaces[old] = new }
    return order.map { old in
      var node = self[old]
      node.parent = places.contains(old) ? nil : node.parent.map { newPlaces[$0] }
      return node
    }
  }

  /// The nodes as they are behind `count` others.
  func shifted(by count: Int) -> [Node] {
    map { node in
      var node = node
      node.parent = node.parent.map { $0 + count }
      return node
    }
  }

  /// Puts `cells` below the nodes at their places. Their parents are counted from the first cell of a place,
  /// and nil for what goes directly below the node.
  func inserting(_ cells: [Int: [Node]]) -> [Node] {
    var result: [Node] = []
    var places: [Int] = []
    for (index, node) in enumerated() {
      places.append(result.count)
      var node = node
      node.parent = node.parent.map { places[$0] }
      result.append(node)
      let first = result.count
      for var cell in cells[index] ?? [] {
        cell.parent = cell.parent.map { first + $0 } ?? places[index]
        result.append(cell)
      }
    }
    return result
  }
}
