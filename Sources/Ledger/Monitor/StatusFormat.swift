import Foundation

/// How status bars want to be told.
package enum StatusFormat: String, Sendable, CaseIterable {
  case plain, waybar, i3blocks, polybar

  /// The status as the bar reads it, ended by a newline.
  ///
  /// `isFollowed` is for a bar that goes on reading; i3blocks then takes JSON, one object a line, because it would show
  /// each of three lines by itself. Without `isColored` nothing has a colour.
  package func text(of status: UsageStatus, isFollowed: Bool = false, isColored: Bool = true) throws -> String {
    let color = isColored ? status.level.color : nil
    switch self {
    case .plain:
      return status.line + "\n"
    case .polybar:
      return (color.map { "%{F\($0)}\(status.line)%{F-}" } ?? status.line) + "\n"
    case .i3blocks where isFollowed:
      return try Self.line(I3Block(fullText: status.line, shortText: status.shortLine, color: color))
    case .i3blocks:
      return [status.line, status.shortLine, color ?? ""].map { $0 + "\n" }.joined()
    case .waybar:
      return try Self.line(WaybarModule(status))
    }
  }

  private static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

extension UsageStatus.Level {
  /// Only what needs attention has one; everything else is left to the bar.
  fileprivate var color: String? {
    switch self {
    case .idle, .running: nil
    case .low: "#F0A30A"
    case .empty: "#E5484D"
    }
  }
}

/// A block of i3bar's protocol.
private struct I3Block: Encodable {
  var fullText: String
  var shortText: String
  var color: String?

  enum CodingKeys: String, CodingKey {
    case fullText = "full_text"
    case shortText = "short_text"
    case color
  }
}

/// What Waybar takes from a custom module whose `return-type` is `json`.
private struct WaybarModule: Encodable {
  var text: String
  var alt: String
  var tooltip: String
  var `class`: String
  /// Of the fund that is empty first, how much is left.
  var percentage: Int?

  init(_ status: UsageStatus) {
    text = Self.escaped(status.line)
    alt = status.level.rawValue
    tooltip = Self.escaped(status.details.joined(separator: "\n"))
    `class` = status.level.rawValue
    percentage = status.nextToEnd.map { Int(($0.share * 100).rounded()) }
  }

  /// Waybar reads text as Pango markup.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
