/// Takes from a reply what is neither commands nor prose: thinking, fences and marks around lines.
enum ReplyText {
  /// One entry for each line of `text`, so that line numbers stay true; empty where nothing is left.
  static func lines(_ text: String) -> [String] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    dropThinking(&lines)
    return lines.map(bare)
  }

  // MARK: Thinking

  /// Empties the lines of thinking blocks. A block that is never closed goes to the end of the reply; one
  /// that was never opened starts with the reply, because some servers keep the opening tag to themselves.
  ///
  /// Only tags at the start of a line count outside a block: text to type may hold one.
  private static func dropThinking(_ lines: inout [String]) {
    var isThinking = false
    for index in lines.indices {
      var line = trimmed(lines[index][...])
      while true {
        if isThinking {
          guard let rest = afterTag(closingTags, anywhereIn: line) else {
            line = ""
            break
          }
          isThinking = false
          line = trimmed(rest)
        } else if let rest = afterTag(openingTags, startOf: line) {
          isThinking = true
          line = rest
        } else if let rest = afterTag(closingTags, startOf: line) {
          for earlier in lines[..<index].indices { lines[earlier] = "" }
          line = trimmed(rest)
        } else {
          break
        }
      }
      lines[index] = String(line)
    }
  }

  private static func afterTag(_ tags: [String], startOf line: Substring) -> Substring? {
    tags.first { line.lowercased().hasPrefix($0) }.map { line.dropFirst($0.count) }
  }

  private static func afterTag(_ tags: [String], anywhereIn line: Substring) -> Substring? {
    tags.lazy.compactMap { line.firstRange(of: $0) }.first.map { line[$0.upperBound...] }
  }

  private static let openingTags = ["<thinking>", "<think>"]
  private static let closingTags = ["</thinking>", "</think>"]

  // MARK: Marks

  /// The line without spaces, fence, list mark, and back-quotes or asterisks around all of it.
  private static func bare(_ line: String) -> String {
    var rest = withoutListMark(withoutFence(trimmed(line[...])))
    for wrap in ["`", "**", "*"] where rest.count > 2 * wrap.count && rest.hasPrefix(wrap) && rest.hasSuffix(wrap) {
      rest = trimmed(rest.dropFirst(wrap.count).dropLast(wrap.count))
    }
    return String(rest)
  }

  /// Fences stand on lines of their own, perhaps with the name of a language, or close to a command.
  private static func withoutFence(_ line: Substring) -> Substring {
    for mark in ["`", "~"] as [Character] {
      let fence = String(repeating: mark, count: 3)
      var rest = line
      if line.hasSuffix(fence) {
        while rest.last == mark { rest.removeLast() }
      }
      if rest.hasPrefix(fence) {
        rest = trimmed(rest.drop { $0 == mark })
        if !line.hasSuffix(fence), !rest.contains(" ") { return "" }
      }
      if rest.count < line.count { return trimmed(rest) }
    }
    return line
  }

  /// `- `, `* `, `• `, `1. ` and `1) `
  private static func withoutListMark(_ line: Substring) -> Substring {
    guard let space = line.firstIndex(where: \.isWhitespace) else { return line }
    let mark = line[..<space]
    let isNumber = (mark.last == "." || mark.last == ")") && Int(digits: mark.dropLast()) != nil
    guard isNumber || ["-", "*", "+", "•"].contains(mark) else { return line }
    return trimmed(line[space...])
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
