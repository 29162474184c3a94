import Commands

/// The file managers that differ in how they are used.
enum FileManagerProgram: Sendable, Hashable {
  case pcmanfm, thunar, nautilus, dolphin, other

  /// Nil where the window belongs to no program that is known to be a file manager.
  init?(_ headline: Headline) {
    let program = FileName(headline.program)
    let ending = Self.programInTitle(headline.title) ?? ""
    let known = Self.names.first { name, _ in
      name == ending || (!headline.program.isEmpty && program.matches(name))
    }
    guard let known else { return nil }
    self = known.value
  }

  /// The folder's name in a title such as "Downloads - Thunar".
  static func folderName(inTitle title: String) -> String {
    for separator in separators {
      guard let range = title.ranges(of: separator).last, names[title[range.upperBound...].lowercased()] != nil else {
        continue
      }
      return String(title[..<range.lowerBound])
    }
    return title
  }

  private static func programInTitle(_ title: String) -> String? {
    separators.lazy.compactMap { separator in
      title.ranges(of: separator).last.map { title[$0.upperBound...].lowercased() }
    }.first { names[$0] != nil }
  }

  /// Shows one file a line, for views of which nothing can be read; and goes back to the usual view.
  var listView: (show: Chord, back: Chord)? {
    let keys: (String, String)? =
      switch self {
      case .thunar: ("2", "1")
      case .nautilus: ("1", "2")
      case .dolphin: ("3", "1")
      case .pcmanfm, .other: nil
      }
    return keys.map { (Chord(modifiers: [.ctrl], key: $0.0), Chord(modifiers: [.ctrl], key: $0.1)) }
  }

  /// Whether its windows have a field with the path, unless that was switched off.
  var usuallyShowsPath: Bool { self == .pcmanfm || self == .thunar }

  /// Asks for the name of a new folder.
  var newFolderKey: Chord {
    self == .dolphin ? Chord(modifiers: [], key: "F10") : Chord(modifiers: [.ctrl, .shift], key: "n")
  }

  /// Where its menus make a new folder, for when the usual keys do not.
  var newFolderMenu: [String]? {
    switch self {
    case .pcmanfm: ["File", "Create New...", "Folder"]
    case .thunar: ["File", "Create Folder..."]
    case .nautilus, .dolphin, .other: nil
    }
  }

  private static let separators = [" - ", " — ", " – "]

  private static let names: [String: FileManagerProgram] = [
    "pcmanfm": .pcmanfm, "pcmanfm-qt": .other, "thunar": .thunar, "org.gnome.nautilus": .nautilus,
    "nautilus": .nautilus, "nemo": .nautilus, "caja": .nautilus, "dolphin": .dolphin, "org.kde.dolphin": .dolphin,
    "krusader": .other, "konqueror": .other, "spacefm": .other, "files": .other, "file manager": .other,
    "xfe": .other, "io.elementary.files": .other,
  ]
}
