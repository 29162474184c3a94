import Accessibility
import Commands
import Outline

/// A stretch of text in one accessible, counted in characters.
private struct Passage {
  var node: Node
  var range: Range<Int>
  var text: String
}

extension StepRunner {
  /// How much of a text is searched, in characters.
  static let longestText = 100_000

  /// Selects the one place of a field or a document where `text` stands.
  mutating func selectText(_ command: Command, _ text: String, in ref: Ref) async throws -> StepReport {
    let passage = try await passageScrolledTo(text, ref)
    let before = observer.snapshot
    // What is written next goes to what has the focus.
    if passage.node.states.contains(.editable) {
      try await focus(passage.node, ref)
    } else {
      try await focusPage(around: passage.node)
    }
    guard try await desktop.accessibility.selectText(passage.range, in: passage.node.id) != .declined else {
      throw StepError.unsupported(ref, verb: command.verb.rawValue)
    }
    try await observer.settle()
    let isSelected = try await desktop.accessibility.selectedText(of: passage.node.id) == passage.text
    let effect: Effect = isSelected ? .confirmed : observer.snapshot.looksLike(before) ? .nothing : .changed
    return StepReport(command, route: .text, effect: effect)
  }

  /// Takes the focus into a page, for keys that copy what is selected there.
  private mutating func focusPage(around node: Node) async throws {
    let snapshot = observer.snapshot
    let page = ([node] + snapshot.containers(of: node)).first { $0.role == .documentWeb }
    guard let page, !snapshot.hasAnyFocus(within: page.id) else { return }
    _ = try? await desktop.accessibility.focus(page.id)
    try await observer.settle { $1.hasAnyFocus(within: page.id) }
  }

  /// Where `text` stands, after a long page has scrolled to it where it was not read so far.
  private mutating func passageScrolledTo(_ text: String, _ ref: Ref) async throws -> Passage {
    do {
      return try await passage(of: text, in: target(ref), ref)
    } catch StepError.noSuchText where ref.kind == .document {
      guard let id = await placeInPage(of: text) else { throw StepError.noSuchText(text, in: ref) }
      try await bringIntoView(id)
      return try await passage(of: text, in: target(ref), ref)
    }
  }

  /// Where `text` stands, in the innermost accessible that holds it.
  private func passage(of text: String, in container: Node, _ ref: Ref) async throws -> Passage {
    var passages: [Passage] = []
    for node in observer.snapshot.texts(in: container.id) {
      let whole = try await desktop.accessibility.text(of: node.id, from: 0, count: Self.longestText).text
      let ranges = TextSearch.ranges(of: text, in: whole)
      if !ranges.isEmpty { passages.removeAll { observer.snapshot.isNode($0.node.id, around: node) } }
      passages += ranges.map { Passage(node: node, range: $0, text: TextSearch.text(in: $0, of: whole)) }
    }
    guard let passage = passages.first else { throw StepError.noSuchText(text, in: ref) }
    guard passages.count == 1 else { throw StepError.severalTexts(text, count: passages.count) }
    return passage
  }
}

extension Ref {
  /// Whether what is selected in it by its words is text, not an item.
  var isText: Bool { kind == .document || kind == .editable }
}

extension Snapshot {
  /// What shows in a container, or is the container, and has a text that may be read; the outer before the inner.
  fileprivate func texts(in container: NodeID) -> [Node] {
    nodes.filter { node in
      node.interfaces.contains(.text) && node.role != .passwordText && node.isShown
        && (node.id == container || isNode(container, around: node))
    }
  }

  /// Whether it, or something in it, has the focus.
  fileprivate func hasAnyFocus(within id: NodeID) -> Bool {
    nodes.contains { $0.states.contains(.focused) && ($0.id == id || isNode(id, around: $0)) }
  }

  fileprivate func isNode(_ id: NodeID, around node: Node) -> Bool {
    containers(of: node).contains { $0.id == id }
  }
}
