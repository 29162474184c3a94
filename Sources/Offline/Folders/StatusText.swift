/// What a status bar says about the one thing that is selected.
struct StatusText {
  private let text: String

  /// Nil where the text is not about `name`.
  init?(_ text: String, about name: String) {
    let name = FileName(name).certainPart
    guard !name.isEmpty, let range = text.firstRange(of: name),
      !(text[..<range.lowerBound].last?.isPartOfWord ?? false),
      name.count > 20 || !(text[range.upperBound...].first?.isPartOfWord ?? false)
    else { return nil }
    self.text = (text[..<range.lowerBound] + text[range.upperBound...]).lowercased()
  }

  /// Nil where it tells neither.
  var isFolder: Bool? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    if words.contains(where: { Self.folderWords.contains(String($0)) }) { return true }
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
