import Geometry

extension Snapshot {
  /// The column headers right below an accessible, under which GTK 3 lets the rows slide.
  package func headers(of place: Int) -> [Rect] {
    nodes.filter { $0.parent == place && $0.role.isColumnHeader }.compactMap(\.bounds)
  }
}

extension Tree {
  func headers(of index: Int) -> [Rect] {
    children[index].filter { self[$0].role.isColumnHeader }.compactMap { self[$0].bounds }
  }
}

extension Rect {
  /// What is left of a table for its rows by the headers at its top.
  package func below(_ headers: [Rect]) -> Rect {
    let top = headers.filter { $0.y < y + $0.height }.map(\.maxY).max() ?? y
    return intersection(Rect(x: x, y: top, width: width, height: max(0, maxY - top)))
  }
}
