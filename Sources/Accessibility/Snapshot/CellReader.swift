import Geometry
import MessageBus
import Outline

/// Reads the cells of containers that manage their descendants, which may have billions: all of them where
/// they are few, else those in view.
struct CellReader {
  /// A cell with more children than this is no cell made of parts.
  private static let mostParts = 8
  /// How deep parts are in one another: in a row of GTK 3's file chooser the label is the third.
  private static let mostLevels = 4

  let connection: Connection
  let deadline: ContinuousClock.Instant
  let coordinates: CoordinateType
  let visibility: Visibility
  /// Whether a program tells of a cell and of what it is made of in one call.
  let canListTrees: Bool

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
    for container in containers { nodes[container.place].childCount = container.cellCount }
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
    for index in found.indices { found[index].includeLastRow() }
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
      for position in container.positions {
        batch.add(container.call(for: position)) {
          if let id = $0.child(0)?.reference { found[index].cells.append(.init(id: id, position: position)) }
        }
      }
    }
    batch.run()
    containers = found
  }

  /// Reads the cells and what they are made of; for each container by its place, parents first, with parents counted
  /// from its first cell.
  private func readCells(of containers: [CellContainer]) -> [Int: [Node]] {
    var cells = containers.flatMap { container in
      container.cells.map { cell in
        CellNode(
          node: Node(id: cell.id, parent: nil, role: .unknown, cell: cell.position),
          kind: .init(container: container.place, column: cell.position?.column))
      }
    }
    let trees = CellTreeReader(connection: connection, deadline: deadline)
    let listed = canListTrees ? trees.complete(&cells) : []
    var level = cells.indices.filter { cells[$0].node.parent == nil && !listed.contains($0) }
    for (place, cell) in zip(level, read(level.map { cells[$0] })) { cells[place] = cell }
    for _ in 0..<Self.mostLevels where !level.isEmpty {
      let parts = read(parts(of: cells, at: level))
      level = Array(cells.endIndex..<cells.endIndex + parts.count)
      cells += parts
    }
    return Self.depthFirst(cells)
  }

  private func parts(of cells: [CellNode], at level: [Int]) -> [CellNode] {
    var parts: [CellNode] = []
    let batch = Batch(connection, until: deadline)
    for place in level where (1...Self.mostParts).contains(cells[place].node.childCount) {
      batch.add(.children(of: cells[place].node.id)) { reply in
        for (part, id) in (reply.child(0)?.references ?? []).enumerated() {
          var kind = cells[place].kind
          kind.part.append(part)
          parts.append(CellNode(node: Node(id: id, parent: place, role: .unknown), kind: kind))
        }
      }
    }
    batch.run()
    return parts
  }

  /// Puts what every cell is made of behind it.
  private static func depthFirst(_ cells: [CellNode]) -> [Int: [Node]] {
    let children = cells.map(\.node).childPlaces
    var result: [Int: [Node]] = [:]
    func append(_ place: Int, parent: Int?) {
      let container = cells[place].kind.container
      var node = cells[place].node
      node.parent = parent
      let own = result[container, default: []].count
      result[container, default: []].append(node)
      for child in children[place] { append(child, parent: own) }
    }
    for place in cells.indices where cells[place].node.parent == nil { append(place, parent: nil) }
    return result
  }

  /// Cells of one column offer the same, so that only one of each kind is asked for its interfaces, and one more
  /// where the rows of a list hold different things.
  private func read(_ cells: [CellNode]) -> [CellNode] {
    var read = cells
    let batch = Batch(connection, until: deadline)
    for (index, cell) in cells.enumerated() {
      batch.readBasics(of: cell.node.id, coordinates) { change in change(&read[index].node) }
    }
    var asked: [Int: [Int]] = [:]
    for places in Dictionary(grouping: cells.indices, by: { cells[$0].kind }).values { asked[places[0]] = places }
    func ask() {
      for (first, places) in asked {
        batch.add(.interfaces(of: cells[first].node.id)) { reply in
          let interfaces = reply.child(0)?.interfaces ?? []
          for place in places { read[place].node.interfaces = interfaces }
        }
      }
      batch.run()
    }
    ask()
    let others = asked.flatMap { first, places in places.filter { read[$0].node.role != read[first].node.role } }
    asked = [:]
    for places in Dictionary(grouping: others, by: { read[$0].node.role }).values { asked[places[0]] = places }
    if !asked.isEmpty { ask() }
    return read
  }
}
