/// What one window shows at one moment, as plain values.
package struct Snapshot: Sendable, Equatable, Codable {
  /// The program's accessible name.
  package var application: String
  /// What its application object says it is built with, such as `gtk` or `Qt`.
  package var toolkit: String
  package var window: Window
  /// Every accessible, parents before children, siblings in their order. The roots stand in the order
  /// in which a person meets them: open menus and popups, then a modal dialog, then the window.
  package var nodes: [Node]
  /// True where a stated limit or the deadline cut the snapshot short.
  package var isTruncated: Bool

  package init(
    application: String, toolkit: String, window: Window, nodes: [Node], isTruncated: Bool = false
  ) {
    self.application = application
    self.toolkit = toolkit
    self.window = window
    self.nodes = nodes
    self.isTruncated = isTruncated
  }

  /// GTK 4 calls itself by other letters than GTK 3 does.
  var isGTK4: Bool { toolkit == "GTK" }
}
