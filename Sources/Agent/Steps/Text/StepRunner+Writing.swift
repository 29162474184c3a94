import Outline

extension StepRunner {
  /// Types a text. Qt programs are given characters that keys cannot bring them in another way.
  func write(_ text: String, into node: Node?) async throws {
    guard observer.snapshot.toolkit == "Qt", let node, node.states.contains(.editable) else {
      return try await desktop.input.type(text)
    }
    let parts = text.parts
    for (place, part) in parts.enumerated() {
      let before = await length(of: node)
      if part.isBeyondKeys {
        try await desktop.input.paste(part.text)
      } else {
        try await desktop.input.type(part.text)
      }
      // Qt carries out a shortcut before keys that came earlier.
      if place < parts.count - 1 { await waitForLength(of: node, atLeast: before + part.text.utf16.count) }
    }
  }

  /// Where the field does not grow so far, because a selection was replaced, it had its time.
  private func waitForLength(of node: Node, atLeast length: Int) async {
    let end = desktop.time.now + Self.takingLimit
    while await self.length(of: node) < length, desktop.time.now < end, !Task.isCancelled {
      await desktop.time.sleep(for: Self.takingPoll)
    }
  }

  /// How many UTF-16 units a Qt field holds; 0 where it does not tell.
  private func length(of node: Node) async -> Int {
    (try? await desktop.accessibility.text(of: node.id, from: 0, count: 0).total) ?? 0
  }

  private static let takingLimit = Duration.seconds(1)
  private static let takingPoll = Duration.milliseconds(10)
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
