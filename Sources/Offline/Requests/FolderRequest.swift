/// Requests about the files of a folder: "organize my downloads by type", "move the PDFs into a folder called Papers".
enum FolderRequest {
  /// The goal, and the folder that the request names; nil where it is about something else.
  static func parse(_ text: RequestText) -> (FolderGoal, String?)? {
    if let rest = text.rest(after: organizing), let name = folder(toOrganize: rest, mayBeNamed: true) {
      return (.organize, name)
    }
    if let rest = text.rest(after: arranging), let name = folder(toOrganize: rest, mayBeNamed: false) {
      return (.organize, name)
    }
    return move(text).map { ($0, nil) }
  }

  // MARK: Organizing

  private static let organizing = [
    "organize", "organise", "reorganize", "reorganise", "tidy up", "tidy", "clean up", "cleanup", "sort out",
    "declutter",
  ]
  /// What can mean other things than files.
  private static let arranging = ["put in order", "put", "sort", "arrange", "group"]

  /// The name of the folder that is to be organized, or no name where the one that is shown is meant; nil where
  /// `rest` is not about files.
  private static func folder(toOrganize rest: RequestText, mayBeNamed: Bool) -> String?? {
    var words = rest.words.filter { !$0.isPunctuation }
    var saysKind = false
    if let by = words.lastIndex(where: { $0.lowered == "by" }) {
      guard isAll(words[(by + 1)...], of: kindWords) else { return nil }
      (words, saysKind) = (Array(words[..<by]), true)
    }
    if let into = words.lastIndex(where: { ["into", "in", "to"].contains($0.lowered) }),
      isAll(words[(into + 1)...], of: folderWords.union(kindWords)), holds(words[into...], folderWords)
    {
      (words, saysKind) = (Array(words[..<into]), true)
    }
    let isAboutFiles = saysKind || words.isEmpty || holds(words[...], objects.union(places))
    let name = words.filter { !objects.union(fillers).contains($0.lowered ?? "") }
    let isPlace = name.allSatisfy { $0.lowered.map(places.contains) ?? true }
    guard isAboutFiles, isPlace || mayBeNamed && name.count <= 3 && holds(words[...], ["folder", "directory"]) else {
      return nil
    }
    return .some(name.isEmpty ? nil : name.map(\.text).joined(separator: " "))
  }

  private static func isAll(_ words: ArraySlice<RequestText.Word>, of set: Set<String>) -> Bool {
    !words.isEmpty && words.allSatisfy { set.union(fillers).contains($0.lowered ?? "") }
  }

  private static func holds(_ words: ArraySlice<RequestText.Word>, _ set: Set<String>) -> Bool {
    words.contains { set.contains($0.lowered ?? "") }
  }

  private static let objects: Set = [
    "folder", "directory", "files", "file", "everything", "here", "it", "stuff", "mess", "window", "things", "contents",
  ]
  private static let places: Set = ["downloads", "desktop", "documents", "pictures", "music", "videos", "home"]
  private static let folderWords: Set = ["folders", "subfolders", "sub-folders", "directories"]
  private static let kindWords: Set = [
    "type", "types", "kind", "kinds", "extension", "extensions", "category", "categories", "format", "formats", "file",
  ]
  private static let fillers: Set = [
    "this", "the", "my", "these", "those", "all", "of", "current", "whole", "entire", "their", "its", "for", "each",
    "a", "to", "neatly", "nicely", "me", "now", "in", "up", "called", "named", "and", "inside", "by", "that", "own",
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
