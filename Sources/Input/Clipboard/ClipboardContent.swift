import Foundation

/// What the clipboard held, in every form that is known here; empty where it held nothing.
package struct ClipboardContent: Codable, Sendable, Equatable {
  /// One form of it, as a property of X.
  struct Form: Codable, Sendable, Equatable {
    var target: String
    var type: String
    /// 8, 16 or 32 bits an item.
    var format: Int32
    var data: Data
  }

  var forms: [Form] = []

  package init() {}

  init(forms: [Form]) {
    self.forms = forms
  }

  /// Text, files and pictures; what else a program offers beside them is its own affair.
  static let targets = [
    "UTF8_STRING", "TEXT", "STRING", "text/plain", "text/plain;charset=utf-8", "text/html", "text/uri-list",
    "x-special/gnome-copied-files", "application/x-kde-cutselection", "image/png",
  ]
  /// In bytes, all forms together. More than that is not kept.
  package static let mostBytes = 64 << 20
}
