/// Requests about the files of a folder: "organize my downloads by type", "move the PDFs into a folder called Papers".
enum FolderRequest {
  /// The goal, and the folder that the request names; nil where it is about something else.
  static func parse(_ text: RequestText) -> (FolderGoal, String?)? {
    if let rest = text.rest(after: organizing), let result = organize(rest) { return result }
    return move(text).map { ($0, nil) }
  }

  // MARK: Organizing

  private static let organizing = [
    "organize", "organise", "reorganize", "reorganise", "tidy up", "tidy", "clean up", "cleanup", "sort out", "sort",
    "arrange", "declutter", "group", "put in order", "put",
  ]

  private static func organize(_ rest: RequestText) -> (FolderGoal, String?)? {
    var words = rest.words.filter { !$0.isPunctuation }
    var byType = false
    if let by = words.lastIndex(where: { ["by", "according"].contains($0.lowered) }) {
      let order = words[by...].dropFirst().compactMap(\.lowered).filter { !fillers.contains($0) }
      guard !order.isEmpty, order.allSatisfy(kindWords.contains) else { return nil }
      byType = true
      words.removeSubrange(by...)
    }
    if let into = words.firstIndex(where: { ["into", "in", "to"].contains($0.lowered) }), into > 0 {
      let target = words[into...].dropFirst().compactMap(\.lowered).filter { !fillers.contains($0) }
      if target.contains(where: folderWords.contains), target.allSatisfy({ folderWords.union(kindWords).contains($0) }),
        words.count - into - 1 == target.count + words[into...].filter({ fillers.contains($0.lowered ?? "") }).count
      {
        byType = byType || target.contains { $0 != "folder" && $0 != "directory" }
        words.removeSubrange(into...)
      }
    }
    let isAboutFiles = words.contains { objects.contains($0.lowered ?? "") || places.contains($0.lowered ?? "") }
    guard isAboutFiles || byType || rest.isEmpty else { return nil }
    let name = words.filter { !objects.union(fillers).contains($0.lowered ?? "") }
    // Only a folder can be called so: "sort the table" is about something else.
    guard
      name.isEmpty || name.allSatisfy({ $0.lowered == nil || places.contains($0.lowered ?? "") }) || saysFolder(words)
    else { return nil }
    return (.organize, name.isEmpty ? nil : name.map(\.text).joined(separator: " "))
  }

  private static func saysFolder(_ words: [RequestText.Word]) -> Bool {
    words.contains { $0.lowered == "folder" || $0.lowered == "directory" }
  }

  private static let objects: Set = [
    "folder", "directory", "files", "file", "everything", "here", "it", "stuff", "mess", "window", "things", "contents",
  ]
  private static let places: Set = ["downloads", "desktop", "documents", "pictures", "music", "videos", "home"]
  private static let folderWords: Set = ["folder", "folders", "subfolders", "sub-folders", "directories", "directory"]
  private static let kindWords: Set = [
    "type", "types", "kind", "kinds", "extension", "extensions", "category", "categories", "format", "formats", "file",
  ]
  private static let fillers: Set = [
    "this", "the", "my", "these", "those", "all", "of", "current", "whole", "entire", "their", "its", "for", "each",
    "a",
    "to", "neatly", "nicely", "me", "now", "in", "up", "called", "named", "and", "inside", "by", "that", "own",
  ]

  // MARK: Moving

  private static func move(_ text: RequestText) -> FolderGoal? {
    guard let rest = text.rest(after: ["move", "put", "place", "file", "store", "sort"]) else { return nil }
    guard let into = rest.lastIndex(of: ["into", "in", "to", "inside", "under"]), into > 0 else { return nil }
    let (destination, saysFolder) = folderName(rest.dropFirst(into + 1))
    guard let destination, !destination.contains("/"), destination != ".." else { return nil }
    let what = rest[0..<into]
    guard let selection = FileSelection(what) else { return nil }
    // "put 5 into Width" is about a field.
    let isAboutFiles = text.begins(with: "move") || saysFolder || selection.criteria.allSatisfy(\.isAboutFiles)
    return isAboutFiles ? .move(selection, into: destination) : nil
  }

  private static func folderName(_ text: RequestText) -> (name: String?, saysFolder: Bool) {
    var words = text.words[...]
    var saysFolder = false
    let kinds: Set = ["folder", "directory", "subfolder"]
    while words.count > 1, let first = words.first?.lowered {
      if kinds.contains(first) { saysFolder = true }
      guard kinds.contains(first) || ["a", "an", "the", "my", "new", "called", "named", "named:"].contains(first) else {
        break
      }
      words.removeFirst()
    }
    if words.count > 1, let last = words.last?.lowered, kinds.contains(last) {
      saysFolder = true
      words.removeLast()
    }
    let name = words.map(\.text).joined(separator: " ")
    return (name.isEmpty ? nil : name, saysFolder)
  }
}
