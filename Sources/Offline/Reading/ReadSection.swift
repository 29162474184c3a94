import Commands

/// A line of an outline: elements that belong together.
struct ReadSection: Sendable, Hashable {
  /// What stands before its elements.
  struct Heading: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case plain, openMenu, behind, rest }

    var kind = Kind.plain
    var ref: Ref?
    var marks: Set<Character> = []
    var title = ""
    var columns: [String] = []
    /// How many rows its program says there are, where the outline knows fewer.
    var rowCount: Int?
    var isEmpty = false
  }

  var heading: Heading?
  var elements: [ReadElement] = []
  /// How many elements are folded away.
  var foldedCount = 0
  /// How many of them are items, where nothing of the group is shown.
  var foldedItemCount = 0
  /// The group whose ref brings the folded ones back.
  var foldRef: Ref?

  var ref: Ref? { heading?.ref ?? foldRef }

  func told(in message: Int) -> ReadSection {
    var section = self
    for index in section.elements.indices { section.elements[index].toldIn = message }
    return section
  }
}
