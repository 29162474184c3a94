/// The byte pairs that the public Claude tokenizer joins, in the order in which it joins them.
///
/// Only the first pairs of the tokenizer's list are kept, and all of those that make numbers and
/// letters outside ASCII. A tokenizer of this kind joins the earliest pair first, so stopping early
/// leaves at least as many pieces as it would: what is counted here is never too low.
struct MergeTable: Sendable {
  static let shared = MergeTable(pairs)

  private var places: [Pair: Int] = [:]
  /// Pairs before this place may join in any word; later ones only in words that nothing else can join.
  private var commonCount = 0

  private struct Pair: Hashable {
    var left: Int
    var right: Int
  }

  /// Reads pairs of symbol numbers, parted by commas and line ends; a blank line ends those that any word may use.
  init(_ text: String) {
    var left: Int?
    var number: Int?
    var isLineEmpty = true
    for byte in text.utf8 + [UInt8(ascii: "\n")] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        isLineEmpty = false
      case UInt8(ascii: " "):
        (left, number) = (number, nil)
      default:
        if let left, let right = number { places[Pair(left: left, right: right)] = places.count }
        (left, number) = (nil, nil)
        guard byte == UInt8(ascii: "\n") else { continue }
        if isLineEmpty { commonCount = places.count }
        isLineEmpty = true
      }
    }
  }

  /// How many pieces are left of a word, which may begin with a space, when no pair joins any more.
  func pieces(in word: [UInt8]) -> Int {
    // Joining takes time that grows with the square of the length; no name is that long.
    guard word.count <= 256 else { return word.count }
    let body = word.first == UInt8(ascii: " ") ? word.dropFirst() : word[...]
    let mayUseAll = body.allSatisfy { $0 >= 128 } || body.allSatisfy { (48...57).contains($0) }
    let limit = mayUseAll ? places.count : commonCount
    var symbols = word.map(Int.init)
    while let (index, place) = firstPair(in: symbols, before: limit) {
      symbols[index] = 256 + place
      symbols.remove(at: index + 1)
    }
    return symbols.count
  }

  private func firstPair(in symbols: [Int], before limit: Int) -> (index: Int, place: Int)? {
    var first: (index: Int, place: Int)?
    for index in symbols.indices.dropLast() {
      guard let place = places[Pair(left: symbols[index], right: symbols[index + 1])] else { continue }
      if place < first?.place ?? limit { first = (index, place) }
    }
    return first
  }
}
