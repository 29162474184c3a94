import Geometry
import Outline

/// Chooses which top-level accessibles of a program a snapshot of one of its windows shows.
struct FrameChoice: Equatable {
  /// Menus, lists of combo boxes and the like that are open in windows of their own.
  var popups: [Frame] = []
  /// The dialog that must be answered before the window can be used.
  var dialog: Frame?
  var window: Frame
  /// Between the pixels of `window` and those of the screen.
  let scale: ScaleFactor

  /// In the order in which a person meets them.
  var roots: [Frame] { popups + [dialog].compactMap(\.self) + [window] }

  /// Nil where none of `frames` is `window`.
  init?(of frames: [Frame], for window: Window, popups: [Window]) {
    let ranked = frames.map { (frame: $0, score: Self.score($0, for: window)) }
    guard let best = ranked.max(by: { $0.score < $1.score }), best.score >= Self.leastEvidence else { return nil }
    self.window = best.frame
    let scale = ScaleFactor(of: best.frame.bounds, in: window)
    self.scale = scale
    let others = frames.filter { $0.id != best.frame.id }
    let popupFrames = others.filter { frame in
      Self.isPopup(frame)
        && popups.contains { frame.bounds?.isAbout(scale.programPixels($0.bounds), slack: 12) == true }
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
    let scale = ScaleFactor(of: frame.bounds, in: window)
    if isSamePlace(frame.bounds, as: scale.programPixels(window)) { score += 8 }
    if frame.states.contains(.active) { score += 4 }
    if frame.role == .frame || frame.role == .dialog { score += 2 }
    if frame.states.contains(.showing) { score += 1 }
    return score
  }

  /// A tool tip is no popup that anybody can use.
  private static func isPopup(_ frame: Frame) -> Bool {
    frame.role != .toolTip
  }

  /// The window manager's border and title bar may be counted in or not, and so may a shadow.
  private static func isSamePlace(_ bounds: Rect?, as window: Window) -> Bool {
    guard let bounds else { return false }
    let areas = [window.bounds, window.shadow.map { window.bounds.inset(by: $0) }].compactMap(\.self)
    return areas.contains { bounds.isAbout($0, slack: 40) }
  }
}
