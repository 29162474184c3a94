/// Rows of text in columns, for terminals.
package struct Table: Sendable {
  package struct Column: Sendable {
    package enum Alignment: Sendable { case left, right }

    /// What happens to a column when the table is too wide.
    package enum Overflow: Sendable, Equatable {
      /// It stays; only its title may be broken at spaces.
      case keep
      /// Its cells are broken into as many lines at most, and what is still too long is cut with an ellipsis.
      case wrap(lines: Int)
    }

    package var title: String
    package var alignment: Alignment
    package var overflow: Overflow
    /// When nothing else makes the table fit, the column with the highest number is left out first; nil stays.
    package var dispensable: Int?

    package init(
      _ title: String, _ alignment: Alignment = .left, overflow: Overflow = .keep, dispensable: Int? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.overflow = overflow
      self.dispensable = dispensable
    }
  }

  package var columns: [Column]
  package var rows: [[String]]
  /// A last row below a line.
  package var totals: [String]?
  /// Sentences below the table.
  package var notes: [String]

  package init(columns: [Column], rows: [[String]], totals: [String]? = nil, notes: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.notes = notes
  }

  /// The table in lines of at most `width` columns, as far as its contents let it, each ended by a newline.
  package func rendered(width: Int = 100) -> String {
    let shown = TableLayout(self, width: width)
    let rule = String(repeating: "─", count: shown.width)
    var lines = shown.lines(of: columns.map(\.title), limit: .max) + [rule]
    lines += rows.flatMap { shown.lines(of: $0) }
    if let totals { lines += [rule] + shown.lines(of: totals) }
    lines += notes.flatMap { $0.wrapped(to: max(width, 1), limit: .max) }
    return lines.map { $0 + "\n" }.joined()
  }
}
