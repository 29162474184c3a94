import CGio

/// A configuration file of `key = value` lines under one `[group]`, read once.
package struct KeyFile: Sendable, Hashable {
  package var values: [String: String]

  package init(values: [String: String] = [:]) {
    self.values = values
  }

  /// The file at `path`; empty where there is none.
  package init(path: String, group: String) throws(UsageError) {
    values = [:]
    guard g_file_test(path, G_FILE_TEST_EXISTS) != 0 else { return }
    let file = g_key_file_new()
    defer { g_key_file_unref(file) }
    var error: UnsafeMutablePointer<GError>?
    guard g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &error) != 0 else {
      defer { g_error_free(error) }
      let reason = error?.pointee.message.map { String(cString: $0) } ?? "it cannot be read"
      throw UsageError("\(path): \(reason). Its settings stand as key = value under a line [\(group)]")
    }
    guard let keys = g_key_file_get_keys(file, group, nil, nil) else {
      guard let start = g_key_file_get_start_group(file) else { return }
      defer { g_free(start) }
      throw UsageError("\(path): its settings must stand under [\(group)], not [\(String(cString: start))]")
    }
    defer { g_strfreev(keys) }
    var place = 0
    while let key = keys[place] {
      if let value = g_key_file_get_string(file, group, key, nil) {
        values[String(cString: key)] = String(cString: value)
        g_free(value)
      }
      place += 1
    }
  }
}
