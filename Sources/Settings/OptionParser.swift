import CGio

/// What was typed does not fit the syntax; the sentence says what and where help is.
package struct UsageError: Error, Sendable, Hashable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

extension CommandLineSyntax {
  /// Takes `arguments` (without the program's name) apart.
  package func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
    let context = OptionContext(self)
    return try context.parse(arguments)
  }

  /// The text of `--help`.
  package var help: String {
    OptionContext(self).help
  }
}

/// Owns a GOptionContext together with the strings and the storage that its entries point to.
private final class OptionContext {
  private let syntax: CommandLineSyntax
  private let context: OpaquePointer?
  private var strings: [UnsafeMutablePointer<CChar>?] = []
  private let flags: UnsafeMutablePointer<gboolean>
  private let values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  init(_ syntax: CommandLineSyntax) {
    self.syntax = syntax
    let count = syntax.options.count
    flags = .allocate(capacity: count)
    flags.initialize(repeating: 0, count: count)
    values = .allocate(capacity: count)
    values.initialize(repeating: nil, count: count)
    context = g_option_context_new(syntax.operands)
    g_option_context_set_help_enabled(context, 0)
    g_option_context_set_summary(context, syntax.summary)
    g_option_context_set_description(context, syntax.details)
    var entries = syntax.options.indices.map(entry)
    entries.append(GOptionEntry())
    g_option_context_add_main_entries(context, entries, nil)
  }

  deinit {
    g_option_context_free(context)
    for string in strings { g_free(string) }
    for index in syntax.options.indices { g_free(values[index]) }
    flags.deallocate()
    values.deallocate()
  }

  var help: String {
    g_set_prgname(syntax.command)
    guard let text = g_option_context_get_help(context, 1, nil) else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }

  func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
    // GLib takes the consumed strings out of the vector and frees them.
    var vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = copy([syntax.command] + arguments)
    defer { g_strfreev(vector) }
    var error: UnsafeMutablePointer<GError>?
    guard g_option_context_parse_strv(context, &vector, &error) != 0 else {
      defer { g_error_free(error) }
      let reason = reason(error, in: arguments)
      throw UsageError("\(reason). See \(syntax.command) --help.")
    }
    let parsed = parsed(rest: vector)
    if let empty = syntax.options.first(where: { parsed.values[$0.long] == "" }) {
      throw UsageError(
        "--\(empty.long) takes \(empty.value ?? "a value"), and nothing was given. See \(syntax.command) --help.")
    }
    return parsed
  }

  private func parsed(rest: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> ParsedArguments {
    var parsed = ParsedArguments()
    for (index, option) in syntax.options.enumerated() {
      if let value = values[index] {
        parsed.values[option.long] = String(cString: value)
      } else if flags[index] != 0 {
        parsed.flags.insert(option.long)
      }
    }
    var place = 1
    while let rest, let operand = rest[place] {
      parsed.operands.append(String(cString: operand))
      place += 1
    }
    if parsed.operands.first == "--" { parsed.operands.removeFirst() }
    return parsed
  }

  /// A number below zero looks like an option to GLib.
  private func reason(_ error: UnsafeMutablePointer<GError>?, in arguments: [String]) -> String {
    let reason = error?.pointee.message.map { String(cString: $0) } ?? "the options cannot be read"
    let negative = arguments.first { $0.hasPrefix("-") && Double($0) != nil }
    return negative.map { "Nothing here takes an amount below zero such as \($0)" } ?? reason
  }

  private func entry(at index: Int) -> GOptionEntry {
    let option = syntax.options[index]
    var entry = GOptionEntry()
    entry.long_name = keep(option.long)
    entry.short_name = option.short?.asciiValue.map { gchar(bitPattern: $0) } ?? 0
    entry.description = keep(option.help)
    if let value = option.value {
      // A file name is taken byte by byte; any other string would be converted from the locale.
      entry.arg = G_OPTION_ARG_FILENAME
      entry.arg_data = UnsafeMutableRawPointer(values + index)
      entry.arg_description = keep(value)
    } else {
      entry.arg = G_OPTION_ARG_NONE
      entry.arg_data = UnsafeMutableRawPointer(flags + index)
    }
    return entry
  }

  private func keep(_ text: String) -> UnsafePointer<CChar>? {
    let copy = g_strdup(text)
    strings.append(copy)
    return UnsafePointer(copy)
  }

  private func copy(_ texts: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    let bytes = gsize((texts.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
    let vector = g_malloc0(bytes).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    for (index, text) in texts.enumerated() { vector[index] = g_strdup(text) }
    return vector
  }
}
