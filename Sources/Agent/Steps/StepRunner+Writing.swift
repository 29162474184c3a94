import Outline

extension StepRunner {
  /// Types a text. Qt programs are given characters that keys cannot bring them in another way.
  func write(_ text: String, into node: Node?) async throws {
    guard observer.snapshot.toolkit == "Qt", let node, node.states.contains(.editable) else {
      return try await desktop.input.type(text)
    }
    for part in text.parts {
      guard part.isBeyondKeys else {
        try await desktop.input.type(part.text)
        continue
      }
      // Qt carries out a shortcut before keys that came earlier, but answers a question after them.
      _ = try await desktop.accessibility.node(node.id)
      try await desktop.input.paste(part.text)
    }
  }
}

extension String {
  /// The text in parts, each all of characters that a key can bring to every Qt program, or all of others: the editor of
  /// Kate and KWrite drops those beyond U+FFFF, emoji for one.
  fileprivate var parts: [(text: String, isBeyondKeys: Bool)] {
    reduce(into: []) { parts, character in
      let isBeyondKeys = character.unicodeScalars.contains { $0.value > 0xFFFF }
      if let last = parts.last, last.isBeyondKeys == isBeyondKeys {
        parts[parts.count - 1].text.append(character)
      } else {
        parts.append((String(character), isBeyondKeys))
      }
    }
  }
}
