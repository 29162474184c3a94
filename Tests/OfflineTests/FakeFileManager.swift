import Commands
import Outline
import Testing

/// A file manager that is not there: it shows folders in memory as real ones do, and follows the same commands.
final class FakeFileManager {
  /// How file managers differ.
  struct Style: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var titleSuffix = ""
    var program: String
    var showsLocation = true
    /// A table that tells types, as opposed to icons.
    var tellsTypes = false
    /// Rows keep their accessibles when their content changes, as GTK 3 does.
    var reusesRows = false
    var newFolderTitle: String
    var conflictButtons: [String]
    /// How many rows the window has room for.
    var visibleRows = 16
    /// Shows nothing that can be read until its list view is chosen.
    var startsUnreadable = false
    /// Asks for the name of a new folder, where a key does.
    var newFolderKey: String? = "ctrl+shift+n"
    /// Rows that are scrolled away cannot be brought into view by their refs.
    var scrollsToRows = true

    static let pcmanfm = Style(
      testDescription: "PCManFM", program: "Pcmanfm", newFolderTitle: "Creating New Folder",
      conflictButtons: ["Cancel", "Skip", "Rename", "Overwrite"])
    static let thunar = Style(
      testDescription: "Thunar", titleSuffix: " - Thunar", program: "Thunar", tellsTypes: true, reusesRows: true,
      newFolderTitle: "Create New Folder", conflictButtons: ["Cancel", "Skip All", "Skip", "Replace All", "Replace"])
    static let thunarIcons = Style(
      testDescription: "Thunar's icons", titleSuffix: " - Thunar", program: "Thunar", tellsTypes: true,
      newFolderTitle: "Create New Folder", conflictButtons: ["Cancel", "Skip", "Replace"], startsUnreadable: true)
    static let nautilus = Style(
      testDescription: "Nautilus", program: "org.gnome.Nautilus", showsLocation: false, newFolderTitle: "New Folder",
      conflictButtons: ["Cancel", "Skip", "Replace"])
    static let dolphin = Style(
      testDescription: "Dolphin", titleSuffix: " — Dolphin", program: "dolphin", showsLocation: false,
      newFolderTitle: "New Folder", conflictButtons: ["Cancel", "Skip", "Rename", "Overwrite"], newFolderKey: "F10")
    static let german = Style(
      testDescription: "PCManFM in German", program: "Pcmanfm", newFolderTitle: "Ordner anlegen",
      conflictButtons: ["Abbrechen", "Skip", "Umbenennen", "Overwrite"])
    static let withoutKey = Style(
      testDescription: "PCManFM without a key for folders", program: "Pcmanfm", newFolderTitle: "Creating New Folder",
      conflictButtons: ["Cancel", "Skip", "Overwrite"], newFolderKey: nil)

    static let withoutScrolling = Style(
      testDescription: "Thunar where nothing scrolls to rows", titleSuffix: " - Thunar", program: "Thunar",
      tellsTypes: true,
      newFolderTitle: "Create New Folder", conflictButtons: ["Cancel", "Skip All", "Skip", "Replace"], visibleRows: 12,
      scrollsToRows: false)

    static let all: [Style] = [
      .pcmanfm, .thunar, .thunarIcons, .nautilus, .dolphin, .german, .withoutKey, .withoutScrolling,
    ]
  }

  enum Dialog {
    case newFolder(String)
    case message(String)
    /// The names that are still asked about, where from and where to.
    case conflict([String], from: [String], to: [String])
  }

  let style: Style
  let files: FakeFiles
  let root: String
  var path: [String] = []
  var selection: Set<String> = []
  var clipboard: (names: [String], from: [String])?
  var dialog: Dialog?
  var isMenuOpen = false
  var isReadable: Bool
  /// Files that were opened in another program, which no job wants.
  var opened: [String] = []
  /// Counts how often a list was built, because each time its rows are new accessibles.
  var generation = 0
  var dialogCount = 0
  /// The first row that shows.
  var firstRow = 0

  init(_ paths: [String], style: Style, root: String = "/home/sam/Downloads") {
    files = FakeFiles(paths)
    self.style = style
    self.root = root
    isReadable = !style.startsUnreadable
  }

  var location: String { ([root] + path).joined(separator: "/") }

  var folderName: String { path.last ?? root.split(separator: "/").last.map(String.init) ?? "/" }

  var entries: [FakeFiles.Entry] { files.entries(in: path) }

  var title: String {
    switch dialog {
    case .newFolder: style.newFolderTitle
    case .message: "Error"
    case .conflict: "Confirm File Replacing"
    case nil: folderName + style.titleSuffix
    }
  }

  /// What the status bar says.
  var status: String {
    guard let name = selection.first else { return "\(entries.count) items" }
    guard selection.count == 1, let entry = files.entry(name, in: path) else {
      return "\(selection.count) items selected"
    }
    return entry.isFolder ? "\"\(name)\" folder" : "\"\(name)\" (12 bytes) plain text document"
  }

  func enter(_ path: [String]) {
    self.path = path
    selection = []
    generation += 1
    firstRow = 0
  }

  func isShown(row: Int) -> Bool { (firstRow..<firstRow + style.visibleRows).contains(row) }

  func scroll(to row: Int) {
    firstRow = max(0, min(row, entries.count - style.visibleRows))
  }
}
