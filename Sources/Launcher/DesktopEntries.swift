import CGio
import Glibc

/// Starts programs by their desktop entries, as the menus of every desktop do.
package struct DesktopEntries: ProgramLauncher {
  package init() {}

  package func launch(_ name: String) async throws(LaunchError) {
    if name.hasPrefix("/") {
      try open(path: name)
    } else {
      try start(program: name)
    }
  }

  private func start(program name: String) throws(LaunchError) {
    let entries = g_app_info_get_all()
    defer { freeEntries(entries) }
    guard let entry = Self.best(entries, for: name) else { throw .unknownProgram(name) }
    try launch(entry, nil)
  }

  private func open(path: String) throws(LaunchError) {
    let file = g_file_new_for_path(path)
    defer { g_object_unref(UnsafeMutableRawPointer(file)) }
    guard g_file_query_exists(file, nil) != 0 else { throw .unknownProgram(path) }
    let uri = g_file_get_uri(file)
    defer { g_free(uri) }
    var handler: OpaquePointer?
    try check { error in
      handler = g_file_query_default_handler(file, nil, &error)
      return handler == nil ? 0 : 1
    }
    defer { handler.map { g_object_unref(UnsafeMutableRawPointer($0)) } }
    let files = g_list_append(nil, uri)
    defer { g_list_free(files) }
    try launch(handler, files)
  }

  /// What the program prints is nobody's: whoever reads our own output would have to wait for the program's end.
  private func launch(_ entry: OpaquePointer?, _ files: UnsafeMutablePointer<GList>?) throws(LaunchError) {
    let flags =
      G_SPAWN_SEARCH_PATH.rawValue | G_SPAWN_STDOUT_TO_DEV_NULL.rawValue | G_SPAWN_STDERR_TO_DEV_NULL.rawValue
    try check {
      g_desktop_app_info_launch_uris_as_manager(
        entry, files, nil, GSpawnFlags(flags), Self.resetSignals, nil, nil, nil, &$0)
    }
  }

  /// The signals that we take ourselves end the program as ever. It runs in the child, where only system calls are safe.
  private static let resetSignals: GSpawnChildSetupFunc = { _ in
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
    signal(SIGHUP, SIG_DFL)
  }

  private func check(_ call: (inout UnsafeMutablePointer<GError>?) -> gboolean) throws(LaunchError) {
    var error: UnsafeMutablePointer<GError>?
    guard call(&error) == 0 else { return }
    defer { g_error_free(error) }
    throw .failed(error?.pointee.message.map { String(cString: $0) } ?? "it did not say why")
  }

  /// The entry that is called `name`, else the first whose executable is, which may have one more entry for its
  /// settings; else the first that holds it.
  private static func best(_ entries: UnsafeMutablePointer<GList>?, for name: String) -> OpaquePointer? {
    let wanted = name.lowercased()
    var byExecutable: OpaquePointer?
    var partial: OpaquePointer?
    var place = entries
    while let item = place {
      let entry = OpaquePointer(item.pointee.data)
      if g_app_info_should_show(entry) != 0 {
        let names = Self.names(of: entry)
        if names.contains(wanted) { return entry }
        let executable = g_app_info_get_executable(entry).map { String(cString: $0).lowercased() } ?? ""
        if byExecutable == nil, executable == wanted { byExecutable = entry }
        if partial == nil, (names + [executable]).contains(where: { $0.contains(wanted) }) { partial = entry }
      }
      place = item.pointee.next
    }
    return byExecutable ?? partial
  }

  private static func names(of entry: OpaquePointer?) -> [String] {
    [g_app_info_get_name(entry), g_app_info_get_display_name(entry)]
      .compactMap { $0.map { String(cString: $0).lowercased() } }
  }

  private func freeEntries(_ entries: UnsafeMutablePointer<GList>?) {
    g_list_free_full(entries) { entry in g_object_unref(entry) }
  }
}
