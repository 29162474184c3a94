import Commands

/// A dialog in front of a file manager, and how to leave it without changing more than was asked.
struct DialogView: Sendable {
  enum Kind: Sendable, Hashable {
    /// Something of the same name is there.
    case conflict
    /// Work goes on.
    case progress
    /// Says something that can only be read.
    case message(String)
    case other
  }

  private let buttons: [ReadElement]
  private let checks: [ReadElement]
  private let texts: [String]
  private let title: String
  /// The field for a name, if there is just one.
  let field: Ref?

  init(_ view: ReadView) {
    let elements = view.elements
    title = view.title
    buttons = elements.filter { $0.ref?.kind == .button && !$0.isDisabled }
    checks = elements.filter { $0.ref?.kind == .check && !$0.isDisabled }
    texts = elements.filter { $0.ref == nil }.map(\.name)
    let fields = elements.filter { $0.ref?.kind == .editable }
    field = fields.count == 1 ? fields[0].ref : nil
  }

  var kind: Kind {
    if button(Self.overwriting) != nil || (button(Self.skipping) != nil && button(Self.closing) == nil) {
      return .conflict
    }
    let words = (texts + [title]).joined(separator: " ").lowercased()
    if field == nil, button(Self.closing) != nil { return .message(Self.sentence(texts.isEmpty ? [title] : texts)) }
    let isWork = words.contains(/\d\s?%/) || Self.working.contains { words.contains($0) }
    return field == nil && isWork ? .progress : .other
  }

  /// Skips, or else cancels; where it can, for all that would be asked after it.
  var leaving: [Command] {
    guard let button = button(Self.skipping) ?? button(Self.closing) ?? button(Self.cancelling), let ref = button.ref
    else { return [.key(Chord(modifiers: [], key: "Escape"))] }
    let forAll = checks.first { $0.name.lowercased().contains("all") && !$0.isChecked }?.ref
    return (forAll.map { [.check($0, true)] } ?? []) + [.click(.click, .element(ref), modifiers: [])]
  }

  /// The first button that has one of these names, which stand in order of preference.
  private func button(_ names: [String]) -> ReadElement? {
    names.lazy.compactMap { name in buttons.first { NameSearch.normalized($0.name) == name } }.first
  }

  private static func sentence(_ texts: [String]) -> String {
    texts.joined(separator: " ")
  }

  private static let skipping = ["skip all", "skip", "skip file", "auto skip", "do not replace", "no to all", "no"]
  private static let overwriting = [
    "overwrite", "overwrite all", "replace", "replace all", "write into", "merge", "merge all", "replace file",
  ]
  private static let closing = ["close", "ok", "dismiss"]
  private static let cancelling = ["cancel", "abort"]
  private static let working = ["progress", "moving", "copying", "file operation", "preparing", "pasting"]
}
