import Foundation
import TestSupport
import Testing

@testable import Outline

/// Every verb on programs of GTK 3.
@Suite(.desktop, .serialized) struct GTK3VerbTests {
  static let trials = widgets

  private static let widgets = [
    Trial(.set, "set {{e}} \"Ada\"") { try await $0.shows("=\"Ada") },
    Trial(.click, "click {{r of Page 2}}") { try await $0.shows("Page 2", marked: .checked) },
  ]

  @Test func `the widget factory`() async throws {
    let folder = try TemporaryFolder()
    try await SharedDesktop.current.withProgram(
      "gtk3-widget-factory", titled: "gtk3-widget-factory", showing: "checkbutton"
    ) { try await $0.carryOut(Self.widgets, with: folder) }
  }
}
