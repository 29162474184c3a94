import Commands

extension ReadSection {
  /// Reads one line of an outline, of a group that was expanded, or of changes (without its sign).
  init(line: String) {
    self.init(scanner: LineScanner(line))
  }

  private init(scanner: LineScanner) {
    self.init()
    var scanner = scanner
    let isHidden = scanner.rest.hasPrefix(OutlineWord.hidden.text)
    if isHidden { scanner = LineScanner(scanner.rest.dropFirst(OutlineWord.hidden.text.count + 1)) }
    heading = Heading(readFrom: &scanner)
    scanner.skipSpaces()
    if let counts = Self.counts(inFolded: scanner.rest) {
      foldedCount = counts.reduce(0) { $0 + $1.count }
      foldedItemCount = counts.first { $0.kind == .item }?.count ?? 0
    } else {
      readElements(&scanner)
      if isHidden { for index in elements.indices { elements[index].isHidden = true } }
    }
  }

  private mutating func readElements(_ scanner: inout LineScanner) {
    while true {
      scanner.skipSpaces()
      guard !scanner.isAtEnd else { return }
      if let element = ReadElement(readFrom: &scanner) {
        if element.ref?.kind == .group, let count = OutlineWord.more.count(in: element.name) {
          (foldedCount, foldRef) = (count, element.ref)
        } else {
          elements.append(element)
        }
      } else {
        // Not the outline's format: the rest of the word says nothing.
        _ = scanner.takeText(until: [" "])
      }
    }
  }

  /// What `31 b, 3 o, 2 texts` stands for; nil where it is no such list.
  private static func counts(inFolded text: String) -> [(kind: Ref.Kind?, count: Int)]? {
    guard text.first?.isNumber == true else { return nil }
    var counts: [(Ref.Kind?, Int)] = []
    for part in text.split(separator: ", ", omittingEmptySubsequences: false) {
      let words = part.split(separator: " ")
      guard words.count == 2, let count = Int(words[0]) else { return nil }
      let kind = Ref.Kind(rawValue: String(words[1]))
      guard kind != nil || OutlineWord.texts.isAll(of: String(part)) else { return nil }
      counts.append((kind, count))
    }
    return counts
  }
}

extension ReadElement {
  /// Reads the element that comes next; nil where none does.
  init?(readFrom scanner: inout LineScanner) {
    if let text = scanner.takeQuoted() {
      self.init(ref: nil, name: text)
      return
    }
    guard let (ref, marks) = scanner.takeRef() else { return nil }
    self.init(ref: ref, marks: marks)
    if scanner.take("=") { value = scanner.takeQuoted(isField: true) }
    readName(&scanner)
    while scanner.take("|") { cells.append(Self.takeCell(&scanner)) }
    readPlace(&scanner)
    readNotes()
  }

  private mutating func readName(_ scanner: inout LineScanner) {
    guard scanner.next == " " else { return }
    var ahead = scanner
    ahead.skipSpaces()
    if let quoted = ahead.takeQuoted() {
      (name, scanner) = (quoted, ahead)
      isFolder = scanner.take("/")
      return
    }
    name = Self.takeBare(&scanner)
    if name.hasSuffix("/"), name.count > 1 {
      name.removeLast()
      isFolder = true
    }
  }

  private static func takeCell(_ scanner: inout LineScanner) -> String {
    scanner.takeQuoted() ?? takeBare(&scanner)
  }

  /// Words without quotes, up to a cell, a text or the next element.
  private static func takeBare(_ scanner: inout LineScanner) -> String {
    var words: [String] = []
    while true {
      var ahead = scanner
      ahead.skipSpaces()
      guard let next = ahead.next, next != "\"", next != "|", !ahead.isAt(Self.placeOpening) else { break }
      var probe = ahead
      if probe.takeRef() != nil { break }
      words.append(ahead.takeText(until: [" ", "|"]))
      scanner = ahead
      if ahead.next == "|" { break }
    }
    return words.joined(separator: " ")
  }

  private static let placeOpening = "(" + OutlineWord.foundIn.text.prefix { $0 != "{" } + "\""

  /// Reads where the element is, of what is not in view: `(in "File > New")`, `(in "File", hidden)`.
  private mutating func readPlace(_ scanner: inout LineScanner) {
    var ahead = scanner
    ahead.skipSpaces()
    guard ahead.isAt(Self.placeOpening) else { return }
    _ = ahead.takeText(until: ["\""])
    guard let place = ahead.takeQuoted() else { return }
    let rest = ahead.takeText(until: [")"])
    guard ahead.take(")") else { return }
    (self.place, isHidden) = (place, rest.hasSuffix(OutlineWord.foundHidden.text))
    scanner = ahead
  }

  /// Takes notes about the element out of its name: how large a region is, how long a document.
  private mutating func readNotes() {
    if OutlineWord.characters.isAll(of: name) || (ref?.kind == .editable && name == OutlineWord.password.text) {
      name = ""
    } else if ref?.kind == .group || ref?.kind == .combo {
      let words = name.split(separator: " ")
      if words.count >= 2, OutlineWord.opaque.isAll(of: words.prefix(2).joined(separator: " ")) {
        // A drop-down list only draws what it is set to.
        isOpaque = ref?.kind == .group
        name = words.dropFirst(2).joined(separator: " ")
        isStale = OutlineWord.stale.isAll(of: name)
        if isStale { name = "" }
      }
    }
  }
}
