import MessageBus
import Outline

extension Performer {
  /// At most `count` characters from `start`. The text of a password field is never read.
  func text(of id: NodeID, from start: Int, count: Int) throws(AccessibilityError) -> TextPage {
    guard let node = try node(id, coordinates: .window) else { throw .gone }
    guard node.interfaces.contains(.text), node.role != .passwordText else { throw .unsupported("reading text") }
    let total = try self.count(of: id)
    let first = min(max(0, start), total)
    let end = min(first + max(0, count), total)
    let text = try read(.text(of: id, from: first, to: end), of: id, for: "reading text").child(0)?.string
    return TextPage(text: text ?? "", start: first, total: total)
  }

  /// The same, with what stands in place of the parts that are accessibles of their own.
  func page(of id: NodeID, from start: Int, count: Int) throws(AccessibilityError) -> TextPage {
    let page = try text(of: id, from: start, count: count)
    guard HypertextReader.isHypertext(page.text) || start >= page.total else { return page }
    let reader = HypertextReader(connection: connection, deadline: .now + Self.readingLimit)
    let whole = reader.text(of: id).unicodeScalars
    let first = min(max(0, start), whole.count)
    let part = whole.dropFirst(first).prefix(max(0, count))
    return TextPage(text: String(String.UnicodeScalarView(part)), start: first, total: whole.count)
  }

  private static let readingLimit = Duration.seconds(8)

  func setText(_ text: String, of id: NodeID) throws(AccessibilityError) -> Answer {
    try requireEditable(id)
    return try ask(
      Call(id, Interface.editableText, "SetTextContents", [.string(text)]), of: id, for: "setting text")
  }

  /// Inserts at `offset`, or at the caret, and leaves the caret behind what was inserted.
  func insertText(_ text: String, into id: NodeID, at offset: Int?) throws(AccessibilityError) -> Answer {
    try requireEditable(id)
    let place = if let offset { offset } else { try caret(of: id) }
    let arguments: [Argument] = [
      .int32(Int32(clamping: place)), .string(text), .int32(Int32(clamping: try length(of: text, in: id))),
    ]
    let answer = try ask(Call(id, Interface.editableText, "InsertText", arguments), of: id, for: "inserting text")
    guard answer == .accepted else { return answer }
    _ = try? setCaret(at: place + text.unicodeScalars.count, in: id)
    return answer
  }

  func setCaret(at offset: Int, in id: NodeID) throws(AccessibilityError) -> Answer {
    try ask(
      Call(id, Interface.text, "SetCaretOffset", [.int32(Int32(clamping: offset))]), of: id, for: "moving the caret")
  }

  func selectText(_ range: Range<Int>, in id: NodeID) throws(AccessibilityError) -> Answer {
    let bounds: [Argument] = [.int32(Int32(clamping: range.lowerBound)), .int32(Int32(clamping: range.upperBound))]
    let what = "selecting text"
    // Kate leaves the caret where it was, and writes there.
    _ = try? setCaret(at: range.upperBound, in: id)
    let selections = try read(Call(id, Interface.text, "GetNSelections"), of: id, for: what).child(0)?.int32 ?? 0
    let call =
      selections > 0
      ? Call(id, Interface.text, "SetSelection", [.int32(0)] + bounds)
      : Call(id, Interface.text, "AddSelection", bounds)
    return try ask(call, of: id, for: what)
  }

  /// What is selected in a text; empty where nothing is.
  func selectedText(of id: NodeID) throws(AccessibilityError) -> String {
    let what = "reading text"
    let selections = try read(Call(id, Interface.text, "GetNSelections"), of: id, for: what).child(0)?.int32 ?? 0
    guard selections > 0 else { return "" }
    let bounds = try read(Call(id, Interface.text, "GetSelection", [.int32(0)]), of: id, for: what)
    guard let start = bounds.child(0)?.int32, let end = bounds.child(1)?.int32 else { return "" }
    // Some programs name the end first.
    let call = Call.text(of: id, from: Int(min(start, end)), to: Int(max(start, end)))
    return try read(call, of: id, for: what).child(0)?.string ?? ""
  }

  /// Firefox offers to edit what cannot be edited, so the state decides as well.
  private func requireEditable(_ id: NodeID) throws(AccessibilityError) {
    guard let node = try node(id, coordinates: .window) else { throw .gone }
    guard node.states.contains(.editable), node.interfaces.contains(.editableText) else {
      throw .unsupported("editing text")
    }
  }

  private func count(of id: NodeID) throws(AccessibilityError) -> Int {
    let count = try read(.property("CharacterCount", Interface.text, of: id), of: id, for: "reading text").property
    return max(0, Int(count?.int32 ?? 0))
  }

  private func caret(of id: NodeID) throws(AccessibilityError) -> Int {
    let caret = try read(.property("CaretOffset", Interface.text, of: id), of: id, for: "a caret").property
    return max(0, Int(caret?.int32 ?? 0))
  }

  /// The length that `InsertText` wants: bytes, but UTF-16 units in Qt, which reads beyond the end otherwise.
  private func length(of text: String, in id: NodeID) throws(AccessibilityError) -> Int {
    let root = NodeID(bus: id.bus, path: ObjectPath.root)
    let call = Call.property("ToolkitName", Interface.application, of: root)
    let toolkit = try read(call, of: id, for: "inserting text").property?.string
    return toolkit == "Qt" ? text.utf16.count : text.utf8.count
  }
}
