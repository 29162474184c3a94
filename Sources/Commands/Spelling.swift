/// Finds what a misspelled word probably meant.
enum Spelling {
  /// The candidate nearest to `word`, the first of equals; nil where none is near.
  ///
  /// One slip is near in a word of three to five letters, two in a longer one.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    guard (3...24).contains(letters.count) else { return nil }
    let most = letters.count < 6 ? 1 : 2
    var best: (candidate: String, slips: Int)?
    for candidate in candidates {
      let slips = distance(letters, Array(candidate.lowercased()))
      if slips <= most, slips < best?.slips ?? .max { best = (candidate, slips) }
    }
    return best?.candidate
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  private static func distance(_ from: [Character], _ to: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...to.count)
    for row in from.indices {
      var current = [row + 1]
      for column in to.indices {
        let same = from[row] == to[column]
        var least = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
        if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      beforeLast = last
      last = current
    }
    return last[to.count]
  }
}
