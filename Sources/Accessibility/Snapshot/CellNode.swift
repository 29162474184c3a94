import Outline

/// A cell that is being read, or a part of one.
struct CellNode {
  /// Its parent is the place of the cell or part around it among all that are read; nil for a cell.
  var node: Node
  var kind: Kind

  /// What tells which ones offer the same.
  struct Kind: Hashable {
    /// The container's place in the snapshot.
    var container: Int
    /// Nil for headers and for items of a list.
    var column: Int?
    /// Which part of a cell it is, from the outside in; empty for the cell itself.
    var part: [Int] = []
  }
}
