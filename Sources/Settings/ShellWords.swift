import CGio

/// Takes a command line apart as a shell does, without running one.
package enum ShellWords {
  /// The words, with quotes taken off; throws where a quote is not closed or nothing is there.
  package static func split(_ text: String) throws(UsageError) -> [String] {
    var count: gint = 0
    var words: UnsafeMutablePointer<UnsafeMutablePointer<gchar>?>?
    var error: UnsafeMutablePointer<GError>?
    guard g_shell_parse_argv(text, &count, &words, &error) != 0 else {
      defer { g_error_free(error) }
      let reason = error?.pointee.message.map { String(cString: $0) } ?? "it cannot be read"
      throw UsageError("\"\(text)\" is no command: \(reason)")
    }
    defer { g_strfreev(words) }
    return (0..<Int(count)).compactMap { words?[$0].map { String(cString: $0) } }
  }
}
