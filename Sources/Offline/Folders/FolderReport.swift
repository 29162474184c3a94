import Commands

/// What a job did, for the sentence at its end.
struct FolderReport: Sendable {
  /// How many files went into each folder.
  var moved: [String: Int] = [:]
  /// The folders that were made.
  var created: Set<String> = []
  /// What programs said went wrong.
  var problems: [String] = []
  var found = Contents()

  /// What the folder held at the end.
  struct Contents: Sendable {
    var files = 0
    var folders = 0

    init() {}

    init(_ items: [FileItem], isFolder: (FileItem) -> Bool) {
      folders = items.filter(isFolder).count
      files = items.count - folders
    }
  }

  var count: Int { moved.values.reduce(0, +) }

  /// What was done before something went wrong, as the end of a sentence.
  var soFar: String { moved.isEmpty ? "" : "; before that I \(sentence)" }

  /// `moved 12 files into Documents (5) and Images (7)`.
  private var sentence: String {
    let order = FileCategory.allCases.map(\.rawValue)
    let folders = moved.keys.sorted {
      (order.firstIndex(of: $0) ?? order.count, $0) < (order.firstIndex(of: $1) ?? order.count, $1)
    }
    let places = folders.count == 1 ? folders : folders.map { "\($0) (\(moved[$0] ?? 0))" }
    return "moved \(Self.files(count)) into \(Self.list(places, most: 12))"
  }

  /// How the job ends when nothing is left to be done.
  func ending(left: [FileName: String], goal: FolderGoal) -> Command {
    let rest = remainder(left)
    guard moved.isEmpty else { return .done(sentence.capitalizedFirst + "." + rest) }
    switch goal {
    case .organize where found.files + found.folders == 0:
      return .done("The folder is empty: there is nothing to organize.")
    case .organize where left.isEmpty:
      return .done("The folder is organized already: no files lie loose in it.")
    case .organize:
      return .fail("nothing was moved.\(rest)")
    case .move(let selection, let name) where left.isEmpty:
      return .fail("there is nothing here to move into \(name): I see no \(selection.words)")
    case .move(_, let name):
      return .fail("nothing was moved into \(name).\(rest)")
    }
  }

  private func remainder(_ left: [FileName: String]) -> String {
    let reasons = Dictionary(grouping: left.keys) { left[$0] ?? "" }
    let sentences = reasons.sorted { $0.key < $1.key }.map { reason, names in
      " \(Self.list(names.map(\.text).sorted())) stayed, because \(reason)."
    }
    let said = problems.isEmpty ? "" : " The file manager said: \(problems.joined(separator: " "))"
    return sentences.joined() + said
  }

  static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }

  /// `a, b and c`, and how many more there are.
  static func list(_ names: [String], most: Int = 5) -> String {
    var shown = Array(names.prefix(most))
    if names.count > most { shown.append("\(names.count - most) more") }
    guard let last = shown.popLast() else { return "" }
    return shown.isEmpty ? last : shown.joined(separator: ", ") + " and " + last
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
