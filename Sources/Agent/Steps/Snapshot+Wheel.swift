import Geometry
import Outline

/// Where the wheel scrolls and does nothing else: over a slider it moves that in GTK and Qt, and it chooses in lists.
extension Snapshot {
  /// Where to turn it over `area`: in its middle, or beside what has a value there. `container`, or the window, is what
  /// scrolls, and may bring such under the pointer.
  func wheelPlace(over area: Rect, in container: Int?) -> Point {
    let adjusted = nodes.filter { node in
      guard node.role.isAdjustedByWheel, let bounds = node.bounds, !bounds.isEmpty else { return false }
      return container.map { index in containers(of: node).contains { $0.id == nodes[index].id } } ?? true
    }.compactMap(\.bounds)
    let places = Self.shares.map { Point(x: area.x + Int(Double(area.width) * $0), y: area.center.y) }
    return places.first { place in !adjusted.contains { $0.x <= place.x && place.x < $0.maxX } }
      ?? places.first { place in !adjusted.contains { $0.contains(place) } } ?? area.center
  }

  /// What scrolls when the wheel is turned over `node`, which may be that itself; nil for the window.
  func scrolled(around node: Node) -> Int? {
    let container = ([node] + containers(of: node)).first { $0.role.clips }
    return container.flatMap { container in nodes.firstIndex { $0.id == container.id } }
  }

  private static let shares = [0.5, 0.25, 0.75, 0.1, 0.9, 0.03]
}

extension Role {
  fileprivate var isAdjustedByWheel: Bool {
    switch self {
    case .slider, .spinButton, .comboBox, .dial: true
    default: false
    }
  }
}
