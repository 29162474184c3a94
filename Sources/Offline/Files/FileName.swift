/// What a file's name tells, as an outline shows it.
struct FileName: Sendable, Hashable {
  let text: String
  /// The last extension, in lower case; empty where there is none.
  let pathExtension: String

  init(_ text: String) {
    self.text = text
    pathExtension = Self.pathExtension(of: text)
  }

  var isHidden: Bool { text.hasPrefix(".") }

  private static func pathExtension(of text: String) -> String {
    guard let dot = text.lastIndex(of: "."), dot > text.startIndex else { return "" }
    let ending = text[text.index(after: dot)...]
    return ending.contains(where: \.isWhitespace) ? "" : ending.lowercased()
  }

  /// True where the name alone tells that it is no folder.
  var isCertainlyFile: Bool { FileCategory.byExtension[pathExtension] != nil || isUnfinished }

  /// The category of a file with this name.
  var category: FileCategory {
    FileCategory.byExtension[pathExtension] ?? FileCategory.byWholeName[text.lowercased()] ?? .other
  }

  var isUnfinished: Bool { FileCategory.unfinished.contains(pathExtension) }

  /// A part of the name that the outline shows as it is: names that are too long lose their middle.
  var certainPart: String {
    guard let gap = text.firstIndex(of: "…") else { return text }
    return String(text[..<gap])
  }

  /// What to look for to find it: short enough that no search leaves a part of it out.
  var searchText: String {
    let longest = text.split(separator: "…").max { $0.count < $1.count } ?? text[...]
    return longest.prefix(24).trimmingSpaces
  }

  /// True where both can be the same name, one of them perhaps without its middle. Case does not count.
  func matches(_ other: String) -> Bool {
    let (mine, other) = (text.lowercased(), other.lowercased())
    return mine == other || Self.isClipped(mine, of: other) || Self.isClipped(other, of: mine)
  }

  private static func isClipped(_ text: String, of whole: String) -> Bool {
    guard let gap = text.firstIndex(of: "…"), text.count <= whole.count else { return false }
    return whole.hasPrefix(text[..<gap]) && whole.hasSuffix(text[text.index(after: gap)...])
  }
}
