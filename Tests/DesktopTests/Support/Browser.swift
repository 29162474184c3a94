import Foundation
import TestSupport

/// A file manager that tests drive.
enum Browser: String, Sendable, CaseIterable {
  case pcmanfm, thunar

  /// The title of the dialog that Ctrl+Shift+N opens.
  var newFolderTitle: String {
    switch self {
    case .pcmanfm: "Creating New Folder"
    case .thunar: "Create New Folder"
    }
  }

  /// Shows the folder in a window until `body` is over.
  func show<Result>(_ folder: URL, on desktop: Desktop, _ body: () async throws -> Result) async throws -> Result {
    let name = folder.lastPathComponent
    let title = self == .thunar ? "\(name) - Thunar" : name
    return try await desktop.withWindow(title, of: rawValue, [folder.path]) { program in
      let result = try await body()
      guard kill(program.pid, 0) == 0 else { throw HarnessError.failed("\(rawValue) ended by itself.") }
      return result
    }
  }
}
