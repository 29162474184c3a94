import MessageBus
import Outline

/// Reads a text whose parts are accessibles of their own, as those of a web page are. In the text of what they are in,
/// a placeholder stands for each.
struct HypertextReader {
  let connection: Connection
  /// What was not read by then is left out.
  let deadline: ContinuousClock.Instant

  static func isHypertext(_ text: String) -> Bool { text.unicodeScalars.contains(placeholder) }

  func text(of root: NodeID) -> String {
    var parts: [NodeID: Part] = [:]
    var level = [root]
    while !level.isEmpty {
      for (id, part) in read(level) { parts[id] = part }
      level = level.flatMap { parts[$0]?.children ?? [] }.filter { parts[$0] == nil }
    }
    return Self.text(of: root, &parts)
  }

  private struct Part {
    var role = Role.unknown
    var name = ""
    var text = ""
    /// What the placeholders in its text stand for, in order.
    var children: [NodeID] = []
  }

  private func read(_ ids: [NodeID]) -> [NodeID: Part] {
    var parts = Dictionary(ids.map { ($0, Part()) }) { first, _ in first }
    let batch = Batch(connection, until: deadline)
    for id in parts.keys {
      batch.add(.role(of: id)) { reply in
        parts[id]?.role = Role(atspi: reply.child(0)?.uint32 ?? 0)
        // The text of a password field is never read.
        guard parts[id]?.role != .passwordText else { return }
        batch.add(.name(of: id)) { parts[id]?.name = $0.property?.string ?? "" }
        batch.add(.text(of: id, from: 0, to: -1)) { reply in
          parts[id]?.text = reply.child(0)?.string ?? ""
          // What a drop-down list offers is not on the page.
          guard Self.isHypertext(parts[id]?.text ?? ""), parts[id]?.role != .comboBox else { return }
          batch.add(.children(of: id)) { parts[id]?.children = $0.child(0)?.references ?? [] }
        }
      }
    }
    batch.run()
    return parts
  }

  /// Takes each part out of `parts`: none stands in two places.
  private static func text(of id: NodeID, _ parts: inout [NodeID: Part]) -> String {
    guard let part = parts.removeValue(forKey: id) else { return "" }
    guard !part.text.isEmpty else { return part.name }
    // Chromium lists the words of a text among its parts.
    var inner = part.children.filter { parts[$0]?.role != .static }[...]
    var text = ""
    for scalar in part.text.unicodeScalars {
      guard scalar == placeholder, let next = inner.popFirst(), let role = parts[next]?.role else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let words = Self.text(of: next, &parts)
      if !text.isEmpty, text.last?.isWhitespace == false { text += role.separator }
      text += words
      if role.separator == "\n", text.last != "\n" { text += "\n" }
    }
    return text.last == "\n" ? String(text.dropLast()) : text
  }

  static let placeholder: Unicode.Scalar = "\u{FFFC}"
}

extension Role {
  /// What stands between it and what is around it.
  fileprivate var separator: String {
    switch self {
    case .icon, .image, .label, .link, .static, .text: ""
    case .checkBox, .comboBox, .entry, .passwordText, .pushButton, .radioButton, .slider, .spinButton, .toggleButton:
      " "
    case .tableCell, .tableColumnHeader, .tableRowHeader: "\t"
    default: "\n"
    }
  }
}
