import Foundation

/// Standard output and standard error, a whole line at a time.
enum Output {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// How many columns tables may take: those of the terminal, or 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  static func text(_ text: String) {
    write(text, to: .standardOutput)
  }

  /// Prints `line` without what would act on a terminal: it may hold what programs and models say.
  static func line(_ line: String) {
    text(harmless(line) + "\n")
  }

  /// As ``line(_:)``, to standard error.
  static func error(_ line: String) {
    write(harmless(line) + "\n", to: .standardError)
  }

  /// `value` as one line of JSON with its keys in order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    text(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }

  private static func write(_ text: String, to file: FileHandle) {
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      hangUp
    }
  }

  /// Nobody can read on, so that whatever runs ends as when its terminal is closed.
  private static let hangUp: Void = { _ = kill(getpid(), SIGHUP) }()

  private static func harmless(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmless($0) ? $0 : "\u{FFFD}" }))
  }

  /// Neither a control character nor one that turns the direction of what follows.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": true
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": false
    default: scalar.properties.generalCategory != .control
    }
  }
}
