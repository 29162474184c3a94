/// A folder that files go into.
struct Destination: Sendable, Hashable {
  var name: String
  /// It was made by this job, so that nothing can be in the way there.
  var isNew: Bool
}

extension FolderJob {
  /// The folder that an item belongs in: one that is there, by any of the names that people give it, or the one
  /// that is to be made; nil for what stays.
  func destination(of item: FileItem, in items: [FileItem]) -> Destination? {
    guard !item.name.isHidden, !item.name.isUnfinished, left[item.name] == nil else { return nil }
    switch goal {
    case .organize:
      guard isFolder(item, among: items) == false else { return nil }
      return folder(for: item.name.category.folderNames, else: item.name.category.rawValue, in: items)
    case .move(let selection, let name):
      guard selection.contains(item.name), !item.name.matches(name) else { return nil }
      guard selection.names(item.name) || isFolder(item, among: items) == false else { return nil }
      return folder(for: [name.lowercased()], else: name, in: items)
    }
  }

  private func folder(for names: [String], else usual: String, in items: [FileItem]) -> Destination {
    let folders = items.filter { isFolder($0, among: items) == true && !$0.name.isHidden }
    for name in names {
      // A folder that is there wins over one that would differ in case only.
      guard let folder = folders.first(where: { $0.name.text.lowercased() == name }) else { continue }
      return Destination(name: folder.name.text, isNew: report.created.contains(folder.name.text))
    }
    let taken = Set(items.filter { isFolder($0, among: items) == false }.map { $0.name.text.lowercased() })
    let free = names.first { !taken.contains($0) } ?? usual
    return Destination(
      name: free == usual.lowercased() ? usual : free.prefix(1).uppercased() + free.dropFirst(), isNew: true)
  }

  /// What has to be looked at before the job can go on: things that are to be moved or to be moved into.
  func unknown(in items: [FileItem]) -> FileItem? {
    items.first { item in
      guard !item.name.isHidden, left[item.name] == nil, isFolder(item, among: items) == nil else { return false }
      switch goal {
      case .organize: return true
      case .move(let selection, let name):
        return item.name.matches(name) || selection.contains(item.name) && !selection.names(item.name)
      }
    }
  }
}
