import MessageBus
import Outline

/// Reads the cells of tables where the ATK bridge serves a program: it tells most of a cell, and of all that the cell
/// is made of, in one call.
struct CellTreeReader {
  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// Completes the cells whose trees were listed, puts what they are made of behind all cells, and returns the places
  /// of those cells.
  func complete(_ cells: inout [CellNode]) -> Set<Int> {
    let known = cells
    var read = cells
    var listed: Set<Int> = []
    let batch = Batch(connection, until: deadline)
    for (place, cell) in known.enumerated() where cell.node.cell != nil {
      let properties: [TreeEntry.Property] = [.name, .childCount, .extents, .parent]
      batch.add(TreeEntry.call(below: cell.node.id, properties: properties)) { reply in
        let tree = TreeEntry.list(reply).map { TreeEntry.assemble($0, below: cell.node.id) } ?? []
        guard let root = tree.first else { return }
        listed.insert(place)
        let end = read.count
        read[place].node = root
        read[place].node.cell = cell.node.cell
        for (index, var part) in tree.enumerated().dropFirst() {
          part.parent = part.parent.map { $0 == 0 ? place : end - 1 + $0 }
          read.append(CellNode(node: part, kind: cell.kind.part(index)))
        }
      }
    }
    batch.run()
    readRest(of: &read, at: listed.sorted() + (known.endIndex..<read.endIndex))
    cells = read
    return listed
  }

  /// What a tree does not tell: the states of each, and the roles and interfaces of one of each kind.
  private func readRest(of cells: inout [CellNode], at places: [Int]) {
    var read = cells
    let batch = Batch(connection, until: deadline)
    for place in places {
      batch.add(.states(of: cells[place].node.id)) { read[place].node.states = $0.child(0)?.states ?? [] }
    }
    for (_, same) in Dictionary(grouping: places, by: { cells[$0].kind }) {
      let id = cells[same[0]].node.id
      batch.add(.role(of: id)) { reply in
        let role = Role(atspi: reply.child(0)?.uint32 ?? 0)
        for place in same { read[place].node.role = role }
      }
      batch.add(.interfaces(of: id)) { reply in
        let interfaces = reply.child(0)?.interfaces ?? []
        for place in same { read[place].node.interfaces = interfaces }
      }
    }
    batch.run()
    cells = read
  }
}

extension CellNode.Kind {
  /// That of the part which is at `index` among all of the cell's tree.
  fileprivate func part(_ index: Int) -> Self {
    Self(container: container, column: column, part: [index])
  }
}
