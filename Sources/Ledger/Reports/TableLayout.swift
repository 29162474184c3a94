/// Which columns of a table are shown at a given width, and how wide each is.
struct TableLayout {
  private struct Shown {
    var index: Int
    var column: Table.Column
    var width: Int
  }

  private static let gap = 2
  /// No column is narrowed below this while another can be left out, as most words still fit in it,
  private static let comfortable = 12
  /// and none below this at all.
  private static let narrowest = 8

  private var shown: [Shown]

  var width: Int { shown.map(\.width).reduce(0, +) + Self.gap * max(0, shown.count - 1) }

  init(_ table: Table, width limit: Int) {
    let bodies = table.rows + [table.totals].compactMap(\.self)
    let contents = table.columns.indices.map { index in
      bodies.map { $0[index].onOneLine.displayWidth }.max() ?? 0
    }
    var columns = Array(table.columns.enumerated())
    repeat {
      shown = columns.map { index, column in
        Shown(index: index, column: column, width: max(contents[index], column.title.displayWidth))
      }
      breakTitles(contents, limit)
      narrow(limit, to: Self.comfortable)
    } while width > limit && Self.leaveOneOut(of: &columns)
    narrow(limit, to: Self.narrowest)
  }

  /// Takes the most dispensable column away; false when none is.
  private static func leaveOneOut(of columns: inout [(offset: Int, element: Table.Column)]) -> Bool {
    let ranks = columns.map { $0.element.dispensable ?? .min }
    guard let highest = ranks.max(), highest > .min, let index = ranks.firstIndex(of: highest) else { return false }
    columns.remove(at: index)
    return true
  }

  /// The lines of one row of cells, which are as many as its tallest cell has.
  func lines(of cells: [String], limit: Int? = nil) -> [String] {
    let columns = shown.map { shown in
      let lines = limit ?? shown.column.overflow.lines
      return cells[shown.index].onOneLine.wrapped(to: shown.width, limit: lines)
    }
    return (0..<(columns.map(\.count).max() ?? 0)).map { line in
      let parts = zip(shown, columns).map { shown, lines in
        let text = line < lines.count ? lines[line] : ""
        let padding = String(repeating: " ", count: max(0, shown.width - text.displayWidth))
        return shown.column.alignment == .left ? text + padding : padding + text
      }
      let text = parts.joined(separator: String(repeating: " ", count: Self.gap))
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Narrows columns to their contents, breaking titles at spaces, from the last one on until the table fits.
  private mutating func breakTitles(_ contents: [Int], _ limit: Int) {
    for index in shown.indices.reversed() where width > limit {
      let words = shown[index].column.title.split(separator: " ").map(\.displayWidth)
      let least = max(contents[shown[index].index], words.max() ?? 0)
      shown[index].width = max(least, shown[index].width - (width - limit))
    }
  }

  /// Takes from the widest column that can be wrapped until the table fits or nothing is left to take.
  private mutating func narrow(_ limit: Int, to least: Int) {
    while width > limit {
      let candidates = shown.indices.filter {
        shown[$0].column.overflow.wraps && shown[$0].width > least
      }
      guard let widest = candidates.max(by: { shown[$0].width < shown[$1].width }) else { return }
      shown[widest].width -= 1
    }
  }
}

extension Table.Column.Overflow {
  fileprivate var wraps: Bool {
    if case .wrap = self { true } else { false }
  }

  /// Into how many lines a cell may be broken.
  fileprivate var lines: Int {
    if case .wrap(let lines) = self { lines } else { 1 }
  }
}
