import Commands

/// The render pass: elements and sections as text.
struct Renderer {
  var refs: RefTable
  var limits: Limits

  /// How long the parts of an outline may be, in characters and tokens.
  struct Limits: Sendable {
    var name = (characters: 40, tokens: 18)
    var text = (characters: 80, tokens: 24)
    var field = (characters: 60, tokens: 20)
    var document = (characters: 140, tokens: 36)
    /// What stands behind a dialog or a menu is counted where that costs no more.
    var behind = 48

    /// Limits that leave room for more than one thing in a small budget, and for whole messages in a dialog.
    init(budget: Int, isDialog: Bool = false) {
      if isDialog { text = (240, 64) }
      let most = max(8, budget / 4)
      name.tokens = min(name.tokens, most)
      text.tokens = min(text.tokens, most)
      field.tokens = min(field.tokens, most)
      document.tokens = min(document.tokens, most)
      behind = min(behind, most)
    }
  }

  // MARK: Elements

  /// One element, with the first `cellCount` of its other cells or those whose places are given.
  func element(_ element: Element, cells: [Int] = []) -> String {
    guard let kind = element.kind else {
      return ScreenText.quote(
        ScreenText.start(of: element.name, characters: limits.text.characters, tokens: limits.text.tokens))
    }
    var text = ref(of: element, kind) + element.marks.text
    if let value = element.value { text += "=" + excerpt(of: value, in: element) }
    if let size = element.opaque { text += " " + Words.opaque(["size": "\(size.width)x\(size.height)"]) }
    if element.isStale { text += " " + Words.stale() }
    let name = self.name(of: element)
    if !name.isEmpty { text += " " + name }
    for cell in cells where !element.cells.isEmpty {
      text += "|" + self.cell(element.cells.indices.contains(cell) ? element.cells[cell] : "")
    }
    if let value = element.value, value.unicodeScalars.count > limits.document.characters, kind == .document {
      text += " " + Words.characters(["count": "\(element.textLength ?? value.unicodeScalars.count)"])
    }
    return text
  }

  private func ref(of element: Element, _ kind: Ref.Kind) -> String {
    refs.known(element)?.description ?? "\(kind.rawValue)999"
  }

  private func name(of element: Element) -> String {
    let clipped = ScreenText.clip(
      element.name, characters: limits.name.characters, tokens: limits.name.tokens)
    if element.role == .passwordText, clipped.isEmpty { return Words.password() }
    if clipped.isEmpty { return "" }
    return element.isFolder ? ScreenText.name(clipped) + "/" : ScreenText.name(clipped)
  }

  private func cell(_ text: String) -> String {
    text.isEmpty ? "" : ScreenText.name(ScreenText.clip(text, characters: 24, tokens: 12))
  }

  /// What a field holds, around the caret, which is shown where the field has the focus.
  private func excerpt(of value: String, in element: Element) -> String {
    let limit = element.kind == .document ? limits.document : limits.field
    let scalars = Array(value.unicodeScalars)
    let caret = min(max(element.caret ?? 0, 0), scalars.count)
    let showsCaret = element.isFocused && element.caret != nil
    var room = limit.characters
    while true {
      let start = scalars.count <= room ? 0 : min(max(caret - room * 2 / 3, 0), scalars.count - room)
      let end = min(scalars.count, start + room)
      let split = min(max(caret, start), end)
      let before = part(scalars[start..<split])
      let after = part(scalars[split..<end])
      let text =
        (start > 0 ? "…" : "") + before + (showsCaret ? "|" : "") + after + (end < scalars.count ? "…" : "")
      if TokenEstimate.tokens(in: text) <= limit.tokens || room <= 4 { return "\"" + text + "\"" }
      room = room * 4 / 5
    }
  }

  /// Text inside quotes: the bar is kept for the caret.
  private func part(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let text = ScreenText.cleanLines(String(String.UnicodeScalarView(scalars))[...])
    return String(ScreenText.quote(text).dropFirst().dropLast()).replacing("|", with: "\\|")
  }

  // MARK: Sections

  /// What stands before the elements of a section; empty where they need no heading.
  func heading(of section: Section, cells: [Int] = []) -> String {
    var words: [String] = []
    switch section.kind {
    case .openMenu: words.append(Words.openMenu())
    case .behind: words.append(Words.behind())
    default: break
    }
    if section.hasRef || section.kind == .behind { words.append(ref(of: section)) }
    let showsTitle =
      section.kind != .toolBar && section.kind != .menuBar && section.kind != .tabs && section.kind != .statusBar
    if showsTitle, !section.title.isEmpty { words.append(title(of: section)) }
    if section.kind == .list, let columns = columns(of: section, shown: cells) { words.append(columns) }
    if let rows = section.rowCount { words.append(Words.rows(["count": "\(rows)"])) }
    if section.kind == .list, section.elements.isEmpty, section.rowCount == nil { words.append(Words.empty()) }
    return words.isEmpty ? "" : words.joined(separator: " ") + ":"
  }

  /// A section of which nothing is shown: what it is and what is in it.
  func folded(_ section: Section) -> String {
    var words = section.kind == .behind ? [Words.behind()] : []
    words.append(ref(of: section))
    words.append(section.title.isEmpty ? kindName(section) : title(of: section))
    let heading = words.filter { !$0.isEmpty }.joined(separator: " ")
    let line = heading + ": " + Self.counts(section.elements)
    return section.kind == .behind && TokenEstimate.tokens(in: line) > limits.behind ? heading : line
  }

  func more(_ count: Int, in section: Section) -> String {
    ref(of: section) + " " + Words.more(["count": "\(count)"])
  }

  func ref(of section: Section) -> String {
    (refs.known(section)?.description ?? (section.kind == .document ? "d999" : "g999")) + section.marks.text
  }

  private func title(of section: Section) -> String {
    ScreenText.title(ScreenText.clip(section.title, characters: 32, tokens: min(12, limits.name.tokens)))
  }

  private func kindName(_ section: Section) -> String {
    switch section.kind {
    case .menuBar: Words.menuBar()
    case .toolBar: Words.toolBar()
    case .tabs: Words.tabs()
    case .statusBar: Words.statusBar()
    case .openMenu: Words.openMenu()
    default: ""
    }
  }

  /// The columns of a table: those that its rows show, then those that they do not.
  private func columns(of section: Section, shown: [Int]) -> String? {
    let names = section.columns.map { cell($0.name) }
    guard names.count > 1 else { return nil }
    let cellCount = section.elements.map(\.cells.count).max() ?? 0
    guard cellCount == names.count - 1 else { return "(" + names.joined(separator: ", ") + ")" }
    let told = [0] + shown.map { $0 + 1 }.filter(names.indices.contains)
    let untold = names.indices.filter { !told.contains($0) && !names[$0].isEmpty }
    return "(" + ([told.map { names[$0] }.joined(separator: "|")] + untold.map { names[$0] }).joined(separator: ", ")
      + ")"
  }

  /// `31 b, 3 o`: how many elements of each kind there are.
  static func counts(_ elements: [Element]) -> String {
    let kinds = Dictionary(grouping: elements.compactMap(\.kind)) { $0 }
    var parts = Ref.Kind.allCases.compactMap { kind in kinds[kind].map { "\($0.count) \(kind.rawValue)" } }
    let texts = elements.filter { $0.kind == nil }.count
    if texts > 0 { parts.append(Words.texts(["count": "\(texts)"])) }
    return parts.joined(separator: ", ")
  }
}
