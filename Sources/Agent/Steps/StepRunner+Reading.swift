import Commands
import Geometry
import Outline

extension StepRunner {
  /// How many characters of a document one page has.
  private static let pageLength = 1500
  /// The longer edge of a picture, at most, in pixels.
  private static let longEdge = 1280

  mutating func expand(_ command: Command, _ ref: Ref) throws -> StepReport {
    guard let text = outliner.expand(ref) else { throw StepError.unknownRef(ref) }
    return StepReport(command, effect: .confirmed, answer: text)
  }

  func read(_ command: Command, _ ref: Ref, from offset: Int) async throws -> StepReport {
    let node = try await target(ref, mayBeDisabled: true)
    guard node.role != .passwordText, node.interfaces.contains(.text) else {
      throw StepError.unsupported(ref, verb: command.verb.rawValue)
    }
    let page = try await desktop.accessibility.text(of: node.id, from: offset, count: Self.pageLength)
    return StepReport(command, effect: .confirmed, answer: outliner.page(page.text, from: page.start, of: page.total))
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
