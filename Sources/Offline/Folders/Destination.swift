/// A folder that files go into.
struct Destination: Sendable, Hashable {
  var name: String
  /// It is made by this job, so that nothing can be in the way there.
  var isNew: Bool
}

extension FolderJob {
  /// The names that are in use in the folder, in lower case.
  private struct Names {
    var folders: [String: String] = [:]
    var files: Set<String> = []
  }

  /// What is to be moved, and the folder that each thing belongs in: one that is there, by any of the names that people
  /// give it, or one that is to be made.
  func plan(_ items: [FileItem]) -> [(item: FileItem, destination: Destination)] {
    var names = Names()
    for item in items where !item.name.isHidden {
      let name = item.name.text
      if isFolder(item, among: items) ?? true {
        names.folders[name.lowercased()] = names.folders[name.lowercased()] ?? name
      } else {
        names.files.insert(name.lowercased())
      }
    }
    return items.compactMap { item in destination(of: item, items, names).map { (item, $0) } }
  }

  /// Nil for what stays.
  private func destination(of item: FileItem, _ items: [FileItem], _ names: Names) -> Destination? {
    guard !item.name.isHidden, !item.name.isUnfinished, left[item.name] == nil else { return nil }
    switch goal {
    case .organize:
      guard isFolder(item, among: items) == false else { return nil }
      let category = item.name.category
      return folder(category.folderNames, usual: category.rawValue, names)
    case .move(let selection, let name):
      guard selection.contains(item.name), !item.name.matches(name) else { return nil }
      guard selection.names(item.name) || isFolder(item, among: items) == false else { return nil }
      return folder([name.lowercased()], usual: name, names)
    }
  }

  private func folder(_ wanted: [String], usual: String, _ names: Names) -> Destination {
    if let name = wanted.lazy.compactMap({ names.folders[$0] }).first {
      return Destination(name: name, isNew: report.created.contains(name))
    }
    guard names.files.contains(usual.lowercased()), let free = wanted.first(where: { !names.files.contains($0) }) else {
      return Destination(name: usual, isNew: true)
    }
    return Destination(name: free.capitalizedFirst, isNew: true)
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
