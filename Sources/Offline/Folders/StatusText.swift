/// What a status bar says about the one thing that is selected.
struct StatusText {
  private let text: String

  /// What the texts of a window say of `name`; nil where they say nothing.
  static func isFolder(_ name: String, by texts: [String]) -> Bool? {
    for (index, text) in texts.enumerated() {
      // Nautilus tells what a folder contains in a text of its own.
      let next = texts.dropFirst(index + 1).first { $0.hasPrefix("(") } ?? ""
      if let answer = StatusText(next.isEmpty ? text : text + " " + next, about: name)?.isFolder { return answer }
    }
    return nil
  }

  /// Nil where the text is not about `name`.
  init?(_ text: String, about name: String) {
    let start = FileName(name).certainPart
    guard !start.isEmpty, let range = text.firstRange(of: start) else { return nil }
    let (before, after) = (text[..<range.lowerBound].last, text[range.upperBound...].first)
    // Either in quotes, or a word of its own; an outline may have cut a long name short.
    let isWhole = before.map(Self.isQuote) ?? false ? after.map(Self.isQuote) ?? true : !(after?.isPartOfWord ?? false)
    guard !(before?.isPartOfWord ?? false), isWhole || start.count < name.count else { return nil }
    self.text = (text[..<range.lowerBound] + text[range.upperBound...]).lowercased()
  }

  private static func isQuote(_ character: Character) -> Bool { "\"“”'‘’«»".contains(character) }

  /// Nil where it tells neither.
  var isFolder: Bool? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    if words.contains(where: { Self.folderWords.contains(String($0)) }) { return true }
    if words.contains("containing") { return true }
    return text.contains(/\d\s?([kmgt]i?b|bytes?|b)\b/) || text.contains("file") ? false : nil
  }

  private static let folderWords: Set = [
    "folder", "directory", "ordner", "verzeichnis", "dossier", "répertoire", "carpeta", "cartella", "pasta", "map",
    "mapp", "mappe", "folderen", "kansio", "složka", "katalog", "папка", "文件夹", "資料夾", "フォルダー", "폴더",
  ]
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
