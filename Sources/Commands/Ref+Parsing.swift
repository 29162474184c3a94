extension Ref {
  /// A ref as an outline shows it, with or without its state marks: `c5+`, `x10*`, `e3!`.
  init?(marked word: some StringProtocol) {
    let spelled = word.prefix { !Self.marks.contains($0) }
    guard word.dropFirst(spelled.count).allSatisfy(Self.marks.contains) else { return nil }
    self.init(spelled)
  }

  /// The first ref in a word that is none: `[b3]`, `B3`, `b3,`, `ref=b3`.
  init?(within word: String) {
    let parts = word.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let ref = parts.lazy.compactMap({ Ref($0) }).first else { return nil }
    self = ref
  }

  private static let marks = "+*!-?"
}
