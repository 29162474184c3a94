import Commands
import Geometry
import Outline

extension StepRunner {
  /// How many characters of a document one page has.
  private static let pageLength = 1500
  /// The longer edge of a picture, at most, in pixels.
  private static let longEdge = 1280

  /// The whole outline of the window as it was last seen, with what `request` is about first.
  mutating func outline(for request: String) -> Outline {
    outlined = observer.snapshot
    return outliner.outline(of: observer.snapshot, for: request)
  }

  /// What changed since the last outline.
  mutating func update() -> Update {
    outlined = observer.snapshot
    return outliner.update(to: observer.snapshot)
  }

  mutating func find(_ command: Command, _ text: String) async -> StepReport {
    let changes = changes()
    let found = await whole(finding: text)
    return StepReport(command, effect: .confirmed, answer: changes + outliner.find(text, in: found))
  }

  /// The window with what is called like `text` in the part of a long page that was not read; nil where all was.
  func whole(finding text: String) async -> Snapshot? {
    await desktop.accessibility.snapshot(of: observer.window, finding: NameMatch(text), limit: Self.searchLimit)
  }

  /// How long a search through a long page may take.
  package static let searchLimit = Duration.seconds(8)

  mutating func expand(_ command: Command, _ ref: Ref) throws -> StepReport {
    let changes = changes()
    guard let text = outliner.expand(ref) else { throw StepError.unknownRef(ref) }
    return StepReport(command, effect: .confirmed, answer: changes + text)
  }

  /// Brings the outline up to date with what earlier commands of a reply did, because questions about it are
  /// answered from it. The lines that tell what changed; empty where nothing did.
  private mutating func changes() -> String {
    guard let outlined else {
      _ = outline(for: "")
      return ""
    }
    return outlined.looksLike(observer.snapshot) ? "" : update().text + "\n"
  }

  func read(_ command: Command, _ ref: Ref, from offset: Int) async throws -> StepReport {
    let node = try await target(ref, mayBeDisabled: true)
    let paragraphs = observer.snapshot.paragraphs(of: node, isDocument: ref.kind == .document)
    guard !paragraphs.isEmpty else { throw StepError.unsupported(ref, verb: command.verb.rawValue) }
    if paragraphs == [node.id] {
      let page = try await desktop.accessibility.page(of: node.id, from: offset, count: Self.pageLength)
      return StepReport(command, effect: .confirmed, answer: outliner.page(page.text, from: page.start, of: page.total))
    }
    var texts: [String] = []
    for paragraph in paragraphs {
      texts.append(try await desktop.accessibility.text(of: paragraph, from: 0, count: Self.longestText).text)
    }
    let whole = texts.joined(separator: "\n")
    let total = whole.unicodeScalars.count
    let start = min(offset, total)
    let page = TextSearch.text(in: start..<min(start + Self.pageLength, total), of: whole)
    return StepReport(command, effect: .confirmed, answer: outliner.page(page, from: start, of: total))
  }

  /// Takes a picture of the window or of what a ref names.
  mutating func look(_ command: Command, _ ref: Ref?) async throws -> StepReport {
    guard imagesTaken < imageLimit else { throw StepError.imagesUsed(imageLimit) }
    var region = observer.window.bounds
    if let ref {
      let node = try await target(ref, mayBeDisabled: true)
      guard let bounds = node.bounds, let visible = observer.snapshot.visiblePart(of: node, bounds: bounds) else {
        throw StepError.outOfSight(ref)
      }
      region = visible
    }
    let screenshot = try await desktop.windows.capture(region, longEdge: Self.longEdge)
    imagesTaken += 1
    picture = Picture(ref: ref, window: observer.window, screenshot: screenshot)
    return StepReport(command, effect: .confirmed, picture: screenshot)
  }
}

extension Snapshot {
  /// What holds the text of an accessible: itself, or the paragraphs that a document has in view.
  fileprivate func paragraphs(of node: Node, isDocument: Bool) -> [NodeID] {
    guard node.role != .passwordText else { return [] }
    if node.interfaces.contains(.text) { return [node.id] }
    guard isDocument else { return [] }
    return nodes.filter {
      [.paragraph, .heading].contains($0.role) && $0.isShown && containers(of: $0).contains { $0.id == node.id }
    }
    .map(\.id)
  }
}
