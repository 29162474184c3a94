import Foundation

/// Finds programs as a shell does.
enum ProgramPath {
  /// The absolute path of a program by its name or path, nil where there is none that can be run. Relative entries of
  /// `PATH` are left out, and `folders` are searched last.
  static func find(_ name: String, environment: [String: String], folders: [String] = []) -> String? {
    if name.contains("/") {
      let path = URL(fileURLWithPath: name).path
      return isProgram(path) ? path : nil
    }
    let search = (environment["PATH"] ?? "").split(separator: ":").map(String.init) + folders
    return search.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && access(path, X_OK) == 0
  }
}
