/// menu, wait, gone.
extension Command {
  static func menu(_ arguments: inout Arguments) throws(CommandError) -> Command {
    let ref = arguments.optionalRef()
    let text = try arguments.text()
    let titles = text.split(separator: ">", omittingEmptySubsequences: false).map { menuTitle(String($0)) }
    guard titles.allSatisfy({ !$0.isEmpty }) else { throw .emptyMenuTitle }
    return .menu(titles, of: ref)
  }

  /// A title without the dots that only say that a dialog will open, so that both ways to write it are one.
  private static func menuTitle(_ text: String) -> String {
    var title = text.trimming(while: \.isWhitespace)
    while true {
      if title.hasSuffix("…") {
        title.removeLast()
      } else if title.hasSuffix("...") {
        title.removeLast(3)
      } else {
        return title.trimming(while: \.isWhitespace)
      }
    }
  }

  static func wait(_ arguments: inout Arguments) throws(CommandError) -> Command {
    if arguments.takeKeyword("gone") { return try gone(&arguments) }
    if let word = arguments.nextWord, Int(digits: word) != nil { throw .waitsForTime(word) }
    return .wait(try awaited(&arguments), seconds: try arguments.optionalNumber())
  }

  static func gone(_ arguments: inout Arguments) throws(CommandError) -> Command {
    .gone(try awaited(&arguments), seconds: try arguments.optionalNumber())
  }

  private static func awaited(_ arguments: inout Arguments) throws(CommandError) -> String {
    try arguments.text { Int(digits: $0) != nil }
  }
}

extension String {
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> String {
    var text = drop(while: isTrimmed)
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}
