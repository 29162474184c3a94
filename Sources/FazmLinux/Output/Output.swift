import Foundation

/// Standard output and standard error, a whole line at a time.
enum Output {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  static func text(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  static func line(_ line: String) {
    text(line + "\n")
  }

  static func error(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// `value` as one line of JSON with its keys in order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    line(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
