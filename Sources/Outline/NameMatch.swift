/// Tells how closely a name is what was looked for.
package struct NameMatch: Sendable {
  /// How close a name is that is just what was looked for.
  package static let exact = 12

  private let wanted: String
  private let words: [Substring]

  package init(_ text: String) {
    wanted = text.lowercased()
    words = wanted.split(separator: " ")
  }

  /// 12 where it is just that, less where it begins with it, has a word that does, holds it, or holds all its words in
  /// another order; 0 where it is something else.
  package func closeness(of name: String) -> Int {
    guard !wanted.isEmpty else { return 0 }
    let name = name.lowercased()
    if name == wanted || name.trimmingEllipsis == wanted { return Self.exact }
    if name.hasPrefix(wanted) { return 10 }
    if name.contains(" " + wanted) { return 9 }
    if name.contains(wanted) { return 8 }
    return words.count > 1 && words.allSatisfy(name.contains) ? 7 : 0
  }
}

extension String {
  fileprivate var trimmingEllipsis: String {
    hasSuffix("...") ? String(dropLast(3)) : hasSuffix("…") ? String(dropLast()) : self
  }
}
