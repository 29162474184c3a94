/// Folders and files in memory.
final class FakeFiles {
  struct Entry: Equatable {
    var name: String
    var isFolder: Bool
  }

  /// What each folder holds, by its path; the root has the empty path.
  private(set) var folders: [[String]: [Entry]] = [[]: []]
  /// Where files were overwritten, which must never happen.
  private(set) var overwritten: [String] = []

  init(_ paths: [String]) {
    for path in paths {
      let parts = path.split(separator: "/").map(String.init)
      for depth in parts.indices {
        let isFolder = depth < parts.count - 1 || path.hasSuffix("/")
        let parent = Array(parts[..<depth])
        if entry(parts[depth], in: parent) == nil {
          folders[parent, default: []].append(.init(name: parts[depth], isFolder: isFolder))
        }
        if isFolder { folders[Array(parts[...depth]), default: []] += [] }
      }
    }
  }

  /// Folders first, then by name, as file managers sort.
  func entries(in path: [String], showsHidden: Bool = false) -> [Entry] {
    folders[path, default: []].filter { showsHidden || !$0.name.hasPrefix(".") }
      .sorted {
        ($0.isFolder ? 0 : 1, $0.name.lowercased(), $0.name) < ($1.isFolder ? 0 : 1, $1.name.lowercased(), $1.name)
      }
  }

  func entry(_ name: String, in path: [String]) -> Entry? { folders[path]?.first { $0.name == name } }

  /// False where something of that name is there.
  func makeFolder(_ name: String, in path: [String]) -> Bool {
    guard entry(name, in: path) == nil else { return false }
    folders[path, default: []].append(.init(name: name, isFolder: true))
    folders[path + [name]] = []
    return true
  }

  func move(_ name: String, from: [String], to: [String]) {
    guard from != to, let entry = entry(name, in: from) else { return }
    if self.entry(name, in: to) != nil {
      overwritten.append(name)
      return
    }
    folders[from]?.removeAll { $0.name == name }
    folders[to, default: []].append(entry)
    for (path, content) in folders where entry.isFolder && path.starts(with: from + [name]) {
      folders[path] = nil
      folders[to + path.dropFirst(from.count)] = content
    }
  }

  /// The paths of all files and of folders without any, sorted.
  var paths: [String] {
    folders.flatMap { path, entries -> [String] in
      let files = entries.filter { !$0.isFolder }.map { (path + [$0.name]).joined(separator: "/") }
      return entries.isEmpty && !path.isEmpty ? [path.joined(separator: "/") + "/"] : files
    }.sorted()
  }
}
