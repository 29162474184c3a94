/// What is to be done with the files of a folder.
enum FolderGoal: Sendable, Hashable {
  /// Each file into the folder of its type.
  case organize
  /// Some of the files into one folder.
  case move(FileSelection, into: String)
}

/// Which files a request means.
struct FileSelection: Sendable, Hashable {
  enum Criterion: Sendable, Hashable {
    case everything
    case category(FileCategory)
    /// In lower case, without the dot; an ending such as "tar.gz" too.
    case ending(String)
    /// With `*` for any characters, in lower case.
    case pattern(String)
    case name(String)
  }

  var criteria: [Criterion]
  /// How the request calls them.
  var words: String

  func contains(_ name: FileName) -> Bool {
    criteria.contains { $0.isMet(by: name) }
  }

  /// True for something that the request names, which may be a folder as well.
  func names(_ name: FileName) -> Bool {
    criteria.contains { criterion in
      if case .name(let wanted) = criterion { name.matches(wanted) } else { false }
    }
  }
}

extension FileSelection.Criterion {
  func isMet(by name: FileName) -> Bool {
    let text = name.text.lowercased()
    return switch self {
    case .everything: true
    case .category(let category): name.category == category
    case .ending(let ending): text.hasSuffix("." + ending)
    case .pattern(let pattern): Self.matches(Array(text), Array(pattern))
    case .name(let wanted): name.matches(wanted)
    }
  }

  private static func matches(_ text: [Character], _ pattern: [Character]) -> Bool {
    // Row by row: whether the text so far matches each beginning of the pattern.
    var row = [true] + [Bool](repeating: false, count: pattern.count)
    for (index, sign) in pattern.enumerated() { row[index + 1] = row[index] && sign == "*" }
    for character in text {
      var next = [Bool](repeating: false, count: pattern.count + 1)
      for (index, sign) in pattern.enumerated() {
        next[index + 1] = sign == "*" ? next[index] || row[index + 1] : row[index] && (sign == "?" || sign == character)
      }
      row = next
    }
    return row[pattern.count]
  }
}
