import Foundation

/// Pieces of HTML. Whatever is not markup goes through ``text(_:)``.
enum HTML {
  /// `text` as HTML says it, in an element or in a quoted attribute, without what would break or turn a line.
  static func text(_ text: String) -> String {
    text.onOneLine.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  /// An element around text.
  static func element(_ name: String, _ text: String, class style: String? = nil) -> String {
    "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(Self.text(text))</\(name)>"
  }

  /// A coordinate, to a hundredth.
  static func number(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let fraction = hundredths.magnitude % 100
    let sign = hundredths < 0 ? "-" : ""
    guard fraction > 0 else { return "\(sign)\(hundredths.magnitude / 100)" }
    return "\(sign)\(hundredths.magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
