import Geometry
import Outline

/// How many device pixels one of a program's own pixels takes, as on a display of high resolution.
///
/// Programs tell of places in their own pixels and do not tell this factor, but a window has a size in both.
struct ScaleFactor: Equatable {
  /// Device pixels for each pixel of the program.
  let value: Double

  static let one = Self(1)

  private init(_ value: Double) {
    self.value = value
  }

  /// One where the frame has no place, or is not the window's.
  init(of frame: Rect?, in window: Window) {
    let areas = [window.bounds, window.shadow.map { window.bounds.inset(by: $0) }].compactMap(\.self)
    self = areas.lazy.compactMap { area in frame.flatMap { Self(from: $0, to: area) } }.first ?? .one
  }

  /// A fraction must fit exactly. Borders and title bars may be counted in or not by toolkits that know whole factors.
  private init?(from frame: Rect, to area: Rect) {
    guard !frame.isEmpty else { return nil }
    func error(_ factor: Double) -> Double {
      max(
        abs(Double(area.width) - factor * Double(frame.width)), abs(Double(area.height) - factor * Double(frame.height))
      )
    }
    func best(_ factors: some Sequence<Double>, within slack: Double) -> Double? {
      factors.min { error($0) < error($1) }.flatMap { error($0) <= slack * $0 ? $0 : nil }
    }
    let fractions = stride(from: 1.1, through: 4, by: 0.05)
    guard let factor = best([1], within: 1) ?? best(fractions, within: 1) ?? best([1, 2, 3, 4], within: 40) else {
      return nil
    }
    self.init(factor)
  }

  /// A place on the screen, from where the program says that it is.
  func devicePixels(_ rect: Rect) -> Rect { rect.scaled(by: value) }

  func programPixels(_ rect: Rect) -> Rect { rect.scaled(by: 1 / value) }

  func programPixels(_ window: Window) -> Window {
    guard self != .one else { return window }
    var window = window
    window.bounds = programPixels(window.bounds)
    window.shadow = window.shadow.map { shadow in
      func scaled(_ width: Int) -> Int { Int((Double(width) / value).rounded()) }
      return Insets(
        left: scaled(shadow.left), right: scaled(shadow.right), top: scaled(shadow.top), bottom: scaled(shadow.bottom))
    }
    return window
  }
}

extension ScaleFactor {
  /// The places of what is on pages that fill, in device pixels, what the program tells of in its own. Chromium has
  /// such pages.
  func pagesInDevicePixels(_ nodes: [Node]) -> [Int] {
    guard self != .one else { return [] }
    return nodes.indices.filter { place in
      guard nodes[place].role == .documentWeb, let page = nodes[place].bounds,
        let view = nodes[place].parent.flatMap({ nodes[$0].bounds })
      else { return false }
      return page.isAbout(devicePixels(view), slack: 4)
    }.flatMap { nodes.subtree(at: $0) }
  }
}

extension Rect {
  /// The rectangle with each edge where it comes to lie.
  fileprivate func scaled(by factor: Double) -> Rect {
    guard factor != 1 else { return self }
    func scaled(_ edge: Int) -> Int { Int((Double(edge) * factor).rounded()) }
    return Rect(x: scaled(x), y: scaled(y), width: scaled(maxX) - scaled(x), height: scaled(maxY) - scaled(y))
  }
}
