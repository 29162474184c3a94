extension ReadElement {
  /// Reads one answer of `find`: an element and, in parentheses, where it is; nil where the line is none.
  init?(foundLine line: String) {
    var line = line
    var place: String?
    var isHidden = false
    let opening = " (" + OutlineWord.foundIn.text.prefix { $0 != "{" }
    if line.hasSuffix(" (\(OutlineWord.foundHidden.text))") {
      isHidden = true
      line.removeLast(OutlineWord.foundHidden.text.count + 3)
    } else if line.hasSuffix(")"), let start = Self.lastRange(of: opening + "\"", in: line) {
      var scanner = LineScanner(line[start.upperBound...].dropLast().description.withLeadingQuote)
      place = scanner.takeQuoted()
      isHidden = scanner.rest == ", " + OutlineWord.foundHidden.text
      if place != nil, isHidden || scanner.isAtEnd { line = String(line[..<start.lowerBound]) } else { place = nil }
    }
    var scanner = LineScanner(line)
    guard let element = ReadElement(readFrom: &scanner) else { return nil }
    self = element
    (self.place, self.isHidden) = (place, isHidden)
  }

  private static func lastRange(of wanted: String, in text: String) -> Range<String.Index>? {
    text.ranges(of: wanted).last
  }
}

extension String {
  fileprivate var withLeadingQuote: String { "\"" + self }
}
