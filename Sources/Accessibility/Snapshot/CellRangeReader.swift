import Geometry
import MessageBus
import Outline

/// Finds out which cells of large containers are in view.
struct CellRangeReader {
  let connection: Connection
  let deadline: ContinuousClock.Instant
  let coordinates: CoordinateType
  let visibility: Visibility

  func readRanges(_ containers: inout [CellContainer]) {
    hitTest(&containers)
    sampleRows(&containers)
    for index in containers.indices { containers[index].limit() }
  }

  /// Asks what lies below points all over the container.
  private func hitTest(_ containers: inout [CellContainer]) {
    var found = containers
    let batch = Batch(connection, until: deadline)
    var hits: [NodeID: Int] = [:]
    for (index, container) in containers.enumerated() where container.isLarge {
      for point in points(in: container) {
        batch.add(.accessible(in: container.id, atX: point.x, y: point.y, coordinates)) {
          if let id = $0.child(0)?.reference, id != container.id { hits[id] = index }
        }
      }
    }
    batch.run()
    var indices: [(container: Int, index: Int32)] = []
    for (id, container) in hits {
      batch.add(Call(id, Interface.accessible, "GetIndexInParent")) {
        if let index = $0.child(0)?.int32, index >= 0 { indices.append((container, index)) }
      }
    }
    batch.run()
    for (container, index) in indices {
      let id = containers[container].id
      batch.add(Call(id, Interface.table, "GetRowAtIndex", [.int32(index)])) {
        if let row = $0.child(0)?.int32, row >= 0 { found[container].includeRow(Int(row)) }
      }
      batch.add(Call(id, Interface.table, "GetColumnAtIndex", [.int32(index)])) {
        if let column = $0.child(0)?.int32, column >= 0 { found[container].includeColumn(Int(column)) }
      }
    }
    batch.run()
    containers = found
  }

  /// A grid of points, because a single one may hit a gap between cells.
  private func points(in container: CellContainer) -> [Point] {
    guard let area = area(of: container) else { return [] }
    let (columns, rows) = (6, 10)
    return (0...rows).flatMap { row in
      (0...columns).map { column in
        Point(
          x: min(area.maxX - 8, area.x + 8 + (area.width - 16) * column / columns),
          y: min(area.maxY - 8, area.y + 8 + (area.height - 16) * row / rows))
      }
    }
  }

  /// Where a hit test finds nothing, as in Dolphin, looks where rows lie: some of them, evenly spread, tell
  /// between which the visible ones are.
  private func sampleRows(_ containers: inout [CellContainer]) {
    var rows: [(container: Int, row: Int, id: NodeID)] = []
    let batch = Batch(connection, until: deadline)
    for (index, container) in containers.enumerated() where container.isLarge && container.rows.isEmpty {
      for row in stride(from: 0, to: container.rowCount, by: max(1, container.rowCount / 128)) {
        batch.add(.cell(of: container.id, row: row, column: 0)) {
          if let id = $0.child(0)?.reference { rows.append((index, row, id)) }
        }
      }
    }
    batch.run()
    var above: [Int: Int] = [:]
    var below: [Int: Int] = [:]
    let areas = containers.map(area(of:))
    for (container, row, id) in rows {
      guard let area = areas[container] else { continue }
      batch.add(.extents(of: id, coordinates)) {
        guard let bounds = $0.child(0)?.rect else { return }
        if bounds.maxY <= area.y { above[container] = max(above[container] ?? 0, row) }
        if bounds.y >= area.maxY { below[container] = min(below[container] ?? row, row) }
      }
    }
    batch.run()
    for index in Set(above.keys).union(below.keys) {
      let first = above[index] ?? 0
      containers[index].rows = first..<max(first, below[index] ?? containers[index].rowCount)
    }
  }

  private func area(of container: CellContainer) -> Rect? {
    guard let bounds = container.bounds else { return nil }
    return visibility.areas.map { $0.intersection(bounds) }.first { !$0.isEmpty }
  }
}
