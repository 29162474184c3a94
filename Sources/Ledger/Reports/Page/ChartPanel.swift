import Foundation

/// One chart with a place for each turn and a scale from zero, as SVG.
struct ChartPanel {
  private static let width = 960.0
  private static let left = 76.0
  private static let top = 12.0
  private static let height = 130.0
  private static let bottom = 26.0

  private let turns: Int
  /// The values that have a line.
  private let ticks: [Double]

  /// `most` is the largest value that will be drawn.
  init(turns: Int, most: Double) {
    self.turns = turns
    ticks = Self.ticks(upTo: most)
  }

  /// The chart with its scale and the numbers of the turns; `unit` writes a value of the scale.
  func svg(_ title: String, _ marks: [String], unit: (Double) -> String) -> String {
    let full = Self.top + Self.height + Self.bottom
    let grid = ticks.map { tick in
      let line = "<line class=\"grid\" x1=\"\(Int(Self.left))\" x2=\"\(Int(Self.width))\" \(place(tick))/>"
      return line + text(unit(tick), x: Self.left - 8, y: y(tick) + 4, anchor: "end")
    }
    let step = Int((Double(turns) / 24).rounded(.up))
    let numbers = stride(from: 0, to: turns, by: max(1, step)).map { index in
      text("\(index + 1)", x: middle(index), y: Self.top + Self.height + 18)
    }
    return """
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(full))" role="img" aria-label="\(HTML.text(title))">
      \((grid + numbers + marks.filter { !$0.isEmpty }).joined(separator: "\n"))
      </svg>
      """
  }

  /// A bar of a turn between two values; a hairline of the page's colour parts it from its neighbours.
  func bar(_ index: Int, from low: Double, to high: Double, class style: String) -> String {
    let gap = low > 0 ? 1.0 : 0
    let height = max(0.5, y(low) - y(high) - gap)
    return "<rect class=\"\(style)\" x=\"\(HTML.number(middle(index) - barWidth / 2))\" y=\"\(HTML.number(y(high)))\""
      + " width=\"\(HTML.number(barWidth))\" height=\"\(HTML.number(height))\"/>"
  }

  func label(_ label: String, above index: Int) -> String {
    text(label, x: middle(index), y: y(0) - 6)
  }

  /// A line that goes on level through each turn's place and rises at its start.
  func steps(_ values: [Double]) -> String {
    let points = values.enumerated().map { index, value in
      let start = Self.left + slotWidth * Double(index)
      return
        "\(index == 0 ? "M" : "L")\(HTML.number(start)) \(HTML.number(y(value))) H\(HTML.number(start + slotWidth))"
    }
    return "<path class=\"step\" d=\"\(points.joined(separator: " "))\"/>"
  }

  /// A level that is not to be passed.
  func limit(_ value: Double, _ name: String) -> String {
    "<line class=\"limit\" x1=\"\(Int(Self.left))\" x2=\"\(Int(Self.width))\" \(place(value))/>"
      + text(name, x: Self.left + 6, y: y(value) + 14, anchor: "start")
  }

  /// All of a turn's place, which says `title` under the pointer, and what is drawn in it.
  func slot(_ index: Int, title: String, _ marks: String) -> String {
    "<g><title>\(HTML.text(title))</title>\(marks)<rect class=\"slot\""
      + " x=\"\(HTML.number(Self.left + slotWidth * Double(index)))\" y=\"\(HTML.number(Self.top))\""
      + " width=\"\(HTML.number(slotWidth))\" height=\"\(HTML.number(Self.height))\"/></g>"
  }

  private var slotWidth: Double { (Self.width - Self.left) / Double(max(1, turns)) }

  private var barWidth: Double { min(28, slotWidth * 0.7) }

  private func middle(_ index: Int) -> Double { Self.left + slotWidth * (Double(index) + 0.5) }

  private func y(_ value: Double) -> Double {
    Self.top + Self.height * (1 - value / (ticks.last ?? 1))
  }

  private func place(_ value: Double) -> String {
    "y1=\"\(HTML.number(y(value)))\" y2=\"\(HTML.number(y(value)))\""
  }

  private func text(_ text: String, x: Double, y: Double, anchor: String = "middle") -> String {
    "<text x=\"\(HTML.number(x))\" y=\"\(HTML.number(y))\" text-anchor=\"\(anchor)\">\(HTML.text(text))</text>"
  }

  /// Zero and up to five round values above it, the last no smaller than `most`.
  static func ticks(upTo most: Double) -> [Double] {
    guard most > 0 else { return [0, 1] }
    let power = pow(10, (log10(most / 4)).rounded(.down))
    let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 * 4 >= most } ?? most
    let count = Int((most / step).rounded(.up))
    return (0...max(1, count)).map { Double($0) * step }
  }
}
