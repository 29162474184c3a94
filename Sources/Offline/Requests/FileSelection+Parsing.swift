extension FileSelection {
  /// The files that words such as `all PDFs and images`, `*.jpg`, `"plan (2).txt"` mean; nil where they mean none.
  init?(_ text: RequestText) {
    var criteria: [Criterion] = []
    var part: [RequestText.Word] = []
    for word in text.words + [.init(text: ",", lowered: ",", isPunctuation: true)] {
      if word.isPunctuation || ["and", "or", "&"].contains(word.lowered) {
        criteria += Self.criteria(part)
        part = []
      } else {
        part.append(word)
      }
    }
    guard !criteria.isEmpty else { return nil }
    self.init(criteria: criteria, words: text.text)
  }

  private static func criteria(_ words: [RequestText.Word]) -> [Criterion] {
    var words = words[...]
    while let first = words.first?.lowered, fillers.contains(first) { words.removeFirst() }
    if words.count > 1, words.suffix(3).map(\.lowered).first == "in" || words.suffix(1).first?.lowered == "here" {
      words = words.prefix { $0.lowered != "in" && $0.lowered != "here" }
    }
    guard !words.isEmpty else { return [] }
    if words.count == 1, words.first?.lowered == nil { return [.name(words.first?.text ?? "")] }
    let lowered = words.map { $0.lowered ?? $0.text.lowercased() }
    let kind = lowered.count > 1 && ["file", "files"].contains(lowered.last) ? lowered.dropLast() : lowered[...]
    if let known = known(kind.joined(separator: " ")) ?? known(lowered.joined(separator: " ")) { return known }
    return [.name(words.map(\.text).joined(separator: " "))]
  }

  private static func known(_ words: String) -> [Criterion]? {
    if ["files", "file", "everything", "things", "all", "of them"].contains(words) { return [.everything] }
    if words.contains("*") { return [.pattern(words)] }
    if let endings = groups[words] { return endings.split(separator: " ").map { .ending(String($0)) } }
    if let category = FileCategory.allCases.first(where: { $0.fileWords.contains(words) }), category != .other {
      return [.category(category)]
    }
    guard !words.contains(" ") else { return nil }
    let word = words.hasPrefix(".") ? String(words.dropFirst()) : words
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    guard let ending = [word, singular].first(where: { FileCategory.byExtension[$0] != nil || $0 == "tar.gz" }) else {
      return words.hasPrefix(".") ? [.ending(word)] : nil
    }
    return (same.first { $0.contains(ending) } ?? [ending]).sorted().map(Criterion.ending)
  }

  /// Endings that mean one kind of file.
  private static let same: [Set<String>] = [
    ["jpg", "jpeg"], ["tif", "tiff"], ["htm", "html"], ["mpg", "mpeg"], ["md", "markdown"], ["yml", "yaml"],
  ]

  /// What people call the files of a program.
  private static let groups: [String: String] = [
    "word documents": "doc docx odt rtf", "word docs": "doc docx", "word": "doc docx",
    "spreadsheets": "xls xlsx ods csv gnumeric", "excel": "xls xlsx", "excel sheets": "xls xlsx",
    "presentations": "ppt pptx odp key", "powerpoints": "ppt pptx", "powerpoint": "ppt pptx", "slides": "ppt pptx odp",
    "text": "txt text md", "ebooks": "epub mobi azw azw3 fb2", "e-books": "epub mobi azw azw3 fb2",
    "books": "epub mobi azw azw3 fb2", "tarballs": "tar tar.gz tgz tar.xz tar.bz2 tar.zst",
  ]

  private static let fillers: Set = [
    "all", "every", "the", "my", "of", "these", "those", "any", "each", "a", "an", "both", "file", "called", "named",
  ]
}

extension FileSelection.Criterion {
  /// True where it can only mean files.
  var isAboutFiles: Bool {
    if case .name(let name) = self { FileName(name).isCertainlyFile } else { true }
  }
}
