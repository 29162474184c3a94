import Commands

/// What a file manager's window shows, as far as it can be read; nil of a window that is none.
struct FileManagerView: Sendable {
  let program: FileManagerProgram
  /// The folder that is shown, by the window's title.
  let folderName: String
  /// Its path, where the window has a field that shows it and the outline all of that.
  let location: String?
  /// The window has a field that shows the path, of which the outline may show a part.
  let hasPath: Bool
  /// The list of files; nil where the window tells of none.
  let list: ReadSection?

  /// `known` is the list that was the right one before.
  init?(_ view: ReadView, known: Ref? = nil) {
    guard let headline = view.headline, !headline.isDialog else { return nil }
    let path = view.elements.lazy.compactMap(Self.path).first
    let list = view.sections.filter { Self.isList($0) && ($0.ref == known || !Self.isSidebar($0)) }
      .max { Self.score($0, known: known) < Self.score($1, known: known) }
    guard let program = FileManagerProgram(headline) ?? (path != nil && list != nil ? .other : nil) else {
      return nil
    }
    self.program = program
    let isOpaque = view.elements.contains(where: \.isOpaque)
    self.isOpaque = isOpaque
    isStale = view.elements.contains(where: \.isStale)
    // Beside files that only a picture could show, a list without any is one of places, in whatever language.
    self.list = list.flatMap { isOpaque && $0.ref != known && !Self.holdsFiles($0) ? nil : $0 }
    hasPath = path != nil
    isSaidToBeEmpty = view.elements.contains { element in
      element.ref == nil && element.name.lowercased().contains(/^0 (items|files|objects|folders)\b|\bis empty\b/)
    }
    let name = FileManagerProgram.folderName(inTitle: headline.title)
    folderName = name
    location = path.flatMap { $0.contains("…") || !$0.hasSuffix("/" + name) ? nil : $0 }
  }

  /// What the folder holds, as far as it was told. A row that was told again under another ref is not there twice.
  var items: [FileItem] {
    let rows = (list?.elements ?? []).filter { $0.ref?.kind == .item && !$0.name.isEmpty }
    let latest = Dictionary(rows.map { ($0.name, $0.toldIn) }) { max($0, $1) }
    return rows.compactMap { row in
      guard let ref = row.ref, row.toldIn == latest[row.name] else { return nil }
      return FileItem(
        ref: ref, name: FileName(row.name), isFolder: row.isFolder,
        isOutOfView: row.isHidden || row.toldIn == ReadElement.outOfView, toldIn: row.toldIn)
    }
  }

  /// Only a picture could show a part of the window.
  let isOpaque: Bool
  /// The list shows again what is in the folder once that has been loaded again.
  let isStale: Bool
  /// The window says that nothing is in the folder.
  let isSaidToBeEmpty: Bool

  /// Each line holds several files, of which only the first has a ref.
  var isGrid: Bool {
    guard let list, list.heading?.columns.isEmpty ?? true else { return false }
    return list.elements.contains { $0.cells.contains { FileName($0).isCertainlyFile } }
  }

  // MARK: Finding the list

  private static func path(_ element: ReadElement) -> String? {
    guard element.ref?.kind == .editable || element.ref?.kind == .combo, let value = element.value,
      ["/", "…", "file://"].contains(where: value.hasPrefix), value.contains("/")
    else { return nil }
    return value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
  }

  private static func isList(_ section: ReadSection) -> Bool {
    guard section.ref?.kind == .group, let heading = section.heading, heading.kind == .plain else { return false }
    return heading.isEmpty || section.foldedItemCount > 0 || section.elements.contains { $0.ref?.kind == .item }
  }

  private static func score(_ section: ReadSection, known: Ref?) -> Int {
    let items = section.elements.filter { $0.ref?.kind == .item }
    var score = min(items.count + section.foldedCount, 40) / 4
    if section.ref == known { score += 60 }
    if section.heading?.columns.isEmpty == false { score += 8 }
    if section.heading?.marks.contains("!") ?? false { score += 4 }
    score += 4 * items.count { FileName($0.name).isCertainlyFile || $0.isFolder }
    return score
  }

  private static func holdsFiles(_ section: ReadSection) -> Bool {
    section.elements.contains { $0.ref?.kind == .item && (FileName($0.name).isCertainlyFile || $0.isFolder) }
  }

  private static func isSidebar(_ section: ReadSection) -> Bool {
    if let title = section.heading?.title.lowercased(), sidebarTitles.contains(title) { return true }
    let places = section.elements.filter { sidebarNames.contains($0.name.lowercased()) }
    return !places.isEmpty && places.count * 2 >= section.elements.count
  }

  private static let sidebarTitles: Set = ["sidebar", "places", "side pane", "devices", "tree"]

  private static let sidebarNames: Set = [
    "home", "home folder", "desktop", "trash", "trash can", "trash bin", "wastebasket", "network", "file system",
    "computer", "places", "devices", "recent", "starred", "other locations", "bookmarks", "root", "applications",
    "browse network", "modified today", "modified yesterday", "recent files", "recent locations", "remote",
  ]
}
