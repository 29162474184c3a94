import Foundation
import TestSupport
import Testing

@testable import Outline

/// Programs on a display of high resolution, live. They tell of places in pixels of their own, larger than the screen's.
@Suite(.desktop, .serialized) struct ScaledTests {
  @Test func `gtk 3 and its menus`() async throws {
    try await SharedDesktop.current.withProgram(
      "mousepad", titled: "Untitled 1", showing: "View", adding: ["GDK_SCALE": "2"]
    ) { window in
      try await window.click("View")
      try await window.see("menu View:", "Toolbar")
      try await window.click("Toolbar")
      try await window.see("Find and Replace", without: ["menu View:"])
    }
  }

  @Test func `gtk 4 and its popovers`() async throws {
    try await SharedDesktop.current.withProgram(
      "gnome-calculator", titled: "Calculator", showing: "÷", adding: ["GDK_SCALE": "2"]
    ) { window in
      for key in ["4", "×", "6", "="] { try await window.click(key) }
      try await window.see("=\"24")
      try await window.click("Basic")
      try await window.see("menu", "Financial")
      try await window.click("Advanced")
      try await window.see("Advanced", without: ["behind", "Basic"])
    }
  }

  @Test(arguments: ["2", "1.5"]) func `qt and its menus`(factor: String) async throws {
    try await SharedDesktop.current.withProgram(
      "kcalc", titled: "KCalc", showing: "÷", adding: ["QT_SCALE_FACTOR": factor]
    ) { window in
      for key in ["4", "×", "6", "="] { try await window.click(key) }
      try await window.see("\"24\"")
      try await window.click("Settings")
      try await window.see("menu", "Show History")
      try await window.click("Show History")
      try await window.see("Settings", without: ["behind"])
    }
  }

  @Test(arguments: WebBrowser.allCases) func `a page and its lists`(browser: WebBrowser) async throws {
    try await browser.show(Self.page, titled: "Booking", showing: "Breakfast", scaledBy: 2) { window in
      try await window.click("Breakfast")
      try await window.see("Breakfast", marked: .checked)
      try await window.click("Room")
      try await window.see("menu", "Double")
      try await window.click("Double")
      try await window.see("=\"Double\" Room", without: ["behind"])
    }
  }

  private static let page = """
    <!doctype html><meta charset=utf-8><title>Booking</title>
    <p><label><input type=checkbox> Breakfast</label>
    <p><label>Room <select><option>Single<option>Double</select></label>
    """
}
