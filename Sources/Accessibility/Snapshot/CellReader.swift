import Geometry
import Outline

/// Reads the cells of containers that manage their descendants, which may have billions: all of them where
/// they are few, else those in view.
struct CellReader {
  /// A cell with more children than this is no cell made of parts.
  private static let mostParts = 8

  let connection: Connection
  let deadline: ContinuousClock.Instant
  let coordinates: CoordinateType
  let visibility: Visibility

  /// `nodes` with the cells below their containers.
  func completed(_ nodes: [Node]) -> [Node] {
    var containers = nodes.indices.filter {
      nodes[$0].states.contains(.managesDescendants) && visibility.isVisible(nodes[$0])
    }.map { CellContainer(place: $0, node: nodes[$0]) }
    guard !containers.isEmpty else { return nodes }
    readSizes(&containers)
    CellRangeReader(connection: connection, deadline: deadline, coordinates: coordinates, visibility: visibility)
      .readRanges(&containers)
    readReferences(&containers)
    var nodes = nodes
    for container in containers { nodes[container.place].childCount = container.childCount }
    return nodes.inserting(readCells(of: containers))
  }

  private func readSizes(_ containers: inout [CellContainer]) {
    var found = containers
    let batch = Batch(connection, until: deadline)
    for (index, container) in containers.enumerated() {
      batch.add(.childCount(of: container.id)) { found[index].childCount = Int($0.property?.int32 ?? 0) }
      guard container.isTable else { continue }
      batch.add(.property("NRows", Interface.table, of: container.id)) {
        found[index].rowCount = max(0, Int($0.property?.int32 ?? 0))
      }
      batch.add(.property("NColumns", Interface.table, of: container.id)) {
        found[index].columnCount = max(0, Int($0.property?.int32 ?? 0))
      }
    }
    batch.run()
    containers = found
  }

  private func readReferences(_ containers: inout [CellContainer]) {
    var found = containers
    let batch = Batch(connection, until: deadline)
    for (index, container) in containers.enumerated() {
      if !container.isTable {
        guard (1...CellContainer.mostCells).contains(container.childCount) else { continue }
        batch.add(.children(of: container.id)) {
          found[index].cells += ($0.child(0)?.references ?? []).map { .init(id: $0, position: nil) }
        }
        continue
      }
      for column in container.columns {
        batch.add(Call(container.id, Interface.table, "GetColumnHeader", [.int32(Int32(column))])) {
          if let id = $0.child(0)?.reference { found[index].cells.append(.init(id: id, position: nil)) }
        }
      }
      for row in container.rows {
        for column in container.columns {
          batch.add(.cell(of: container.id, row: row, column: column)) {
            guard let id = $0.child(0)?.reference else { return }
            found[index].cells.append(.init(id: id, position: CellPosition(row: row, column: column)))
          }
        }
      }
    }
    batch.run()
    containers = found
  }

  /// Reads the cells, and what a cell with several parts is made of; for each container by its place, parents
  /// first, with parents counted from its first cell.
  private func readCells(of containers: [CellContainer]) -> [Int: [Node]] {
    var cells = containers.flatMap { container in
      container.cells.map {
        (container: container.place, node: Node(id: $0.id, parent: nil, role: .unknown, cell: $0.position))
      }
    }
    read(cells.map(\.node)) { index, change in change(&cells[index].node) }
    var parts: [(cell: Int, node: Node)] = []
    let batch = Batch(connection, until: deadline)
    for (index, cell) in cells.enumerated() where (1...Self.mostParts).contains(cell.node.childCount) {
      batch.add(.children(of: cell.node.id)) { reply in
        parts += (reply.child(0)?.references ?? []).map { (index, Node(id: $0, parent: nil, role: .unknown)) }
      }
    }
    batch.run()
    read(parts.map(\.node)) { index, change in change(&parts[index].node) }
    let partsOf = Dictionary(grouping: parts, by: \.cell)
    var result: [Int: [Node]] = [:]
    for (index, cell) in cells.enumerated() {
      let place = result[cell.container, default: []].count
      result[cell.container, default: []].append(cell.node)
      for var part in (partsOf[index] ?? []).map(\.node) {
        part.parent = place
        result[cell.container, default: []].append(part)
      }
    }
    return result
  }

  private func read(_ nodes: [Node], store: @escaping (Int, (inout Node) -> Void) -> Void) {
    let batch = Batch(connection, until: deadline)
    for (index, node) in nodes.enumerated() {
      batch.readBasics(of: node.id, coordinates) { store(index, $0) }
      batch.readOffers(of: node.id) { store(index, $0) }
    }
    batch.run()
  }
}
