extension Snapshot {
  /// What a field or document holds where its text is kept by parts of its own: their places, in order.
  package func paragraphs(of index: Int) -> [Int] {
    var around: Set<Int> = [index]
    var paragraphs: [Int] = []
    for (place, node) in nodes.enumerated().dropFirst(index + 1) {
      guard let parent = node.parent, around.contains(parent) else { continue }
      // The words of a paragraph can be parts of it once more.
      if node.text == nil { around.insert(place) } else { paragraphs.append(place) }
    }
    return paragraphs
  }
}
