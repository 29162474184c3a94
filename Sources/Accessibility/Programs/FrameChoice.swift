import Geometry
import Outline

/// Chooses which top-level accessibles of a program a snapshot of one of its windows shows.
struct FrameChoice: Equatable {
  /// Menus, lists of combo boxes and the like that are open in windows of their own.
  var popups: [Frame] = []
  /// The dialog that must be answered before the window can be used.
  var dialog: Frame?
  var window: Frame

  /// In the order in which a person meets them.
  var roots: [Frame] { popups + [dialog].compactMap(\.self) + [window] }

  /// Nil where none of `frames` is `window`.
  init?(of frames: [Frame], for window: Window, popups: [Window]) {
    let ranked = frames.map { (frame: $0, score: Self.score($0, for: window)) }
    guard let best = ranked.max(by: { $0.score < $1.score }), best.score >= Self.leastEvidence else { return nil }
    self.window = best.frame
    let others = frames.filter { $0.id != best.frame.id }
    let popupFrames = others.filter { frame in
      Self.isPopup(frame) && popups.contains { Self.isSamePlace(frame.bounds, $0.bounds) }
    }
    self.popups = popupFrames
    if !best.frame.states.contains(.modal) {
      dialog = others.first { frame in
        frame.states.isSuperset(of: [.modal, .showing]) && !popupFrames.contains(frame)
      }
    }
  }

  /// A name, a place or being active is evidence; merely showing is not, because hidden popups claim it.
  private static let leastEvidence = 4

  private static func score(_ frame: Frame, for window: Window) -> Int {
    var score = 0
    if !frame.name.isEmpty, frame.name == window.title { score += 16 }
    if isSamePlace(frame.bounds, window.bounds, within: window.shadow) { score += 8 }
    if frame.states.contains(.active) { score += 4 }
    if frame.role == .frame || frame.role == .dialog { score += 2 }
    if frame.states.contains(.showing) { score += 1 }
    return score
  }

  /// A tool tip is no popup that anybody can use.
  private static func isPopup(_ frame: Frame) -> Bool {
    frame.role != .toolTip
  }

  /// Whether an accessible's bounds and an X window's are the same thing's, up to borders and shadow.
  private static func isSamePlace(_ bounds: Rect?, _ window: Rect, within shadow: Insets? = nil) -> Bool {
    guard let bounds else { return false }
    let slack = 12
    let inner =
      shadow.map {
        Rect(
          x: window.x + $0.left, y: window.y + $0.top, width: window.width - $0.left - $0.right,
          height: window.height - $0.top - $0.bottom)
      } ?? window
    return [inner, window].contains { place in
      abs(bounds.x - place.x) <= slack && abs(bounds.y - place.y) <= slack
        && abs(bounds.width - place.width) <= slack && abs(bounds.height - place.height) <= slack
    }
  }
}
