import Foundation
import TestSupport
import Testing

@testable import Outline

/// Firefox and Chromium, live, both without a flag that would switch accessibility on.
@Suite(.desktop, .serialized) struct BrowserTests {
  @Test(arguments: WebBrowser.allCases) func `a form`(browser: WebBrowser) async throws {
    try await browser.show(WebPage.form, titled: "Order", showing: "Newsletter") { window in
      let look = try await window.see("window \"Order", "=\"Ada\" Name", "Mail", "o", without: ["opaque"])
      // The end of the page is below the window.
      #expect(look.element("Send order") == nil)
      try await window.click("Newsletter")
      try await window.see("Newsletter", marked: .checked)
      try await window.click("Mail")
      try await window.see("Mail", marked: .focused)
      try await window.click("Size")
      let list = try await window.see("menu", "Medium")
      #expect(list.outline.contains("behind"))
      try await window.click("Medium")
      try await window.see("=\"Medium\" Size", without: ["behind"])
      try await window.click("Order tea", button: 3)
      try await window.see("menu", "Back")
      try await window.press("Escape")
      try await window.click("Order tea")
      _ = try await window.desktop.liveWindow("Tea is ordered")
    }
  }

  @Test(arguments: WebBrowser.allCases) func `a very long page`(browser: WebBrowser) async throws {
    try await browser.show(WebPage.long, titled: "Links", showing: "link 3") { window in
      let look = try await window.see("window \"Links", "link 5")
      #expect(look.element("link 500") == nil)
      #expect(!look.snapshot.isTruncated)
      try await window.click("link 4")
      _ = try await window.desktop.liveWindow("link 4 was clicked")
      // What is on the page but far from what shows of it.
      let found = try await window.act("find \"link 2500\"").output
      let ref = try #require(found.firstMatch(of: /(a\d+) link 2500/)?.1, "\(found)")
      #expect(try await window.act("click \(ref)").exitCode == 0)
      _ = try await window.desktop.liveWindow("link 2500 was clicked")
      let scroll = try await window.act("scroll down \"Paragraph 1500 with\"")
      #expect(scroll.output.contains("confirmed"), "\(scroll.output)")
      try await window.see("link 1500")
      let select = try await window.act(window.refs(in: "select {{d of link 2500 was clicked}} \"Paragraph 700 with\""))
      #expect(select.output.contains("confirmed"), "\(select.output)")
      try await window.see("link 700")
      try await window.press("End")
      try await window.see("link 3000", without: ["link 5 "])
      try await window.click("link 2999")
      _ = try await window.desktop.liveWindow("link 2999 was clicked")
    }
  }
}

/// Pages that say in their title what was done to them.
private enum WebPage {
  static let form = """
    <!doctype html><meta charset=utf-8><title>Order</title><h1>Order</h1><form>
    <p><label>Name <input value="Ada"></label></p> <p><label>Mail <input></label></p>
    <p><label><input type=checkbox> Newsletter</label></p>
    <p><label>Size <select><option>Small<option>Medium<option>Large</select></label></p>
    <p><button type=button onclick="document.title='Tea is ordered'">Order tea</button></p>
    <p style="margin-top: 2000px"><button>Send order</button></p></form>
    """

  static let long =
    "<!doctype html><meta charset=utf-8><title>Links</title><h1>Links</h1>"
    + (1...3000).map { number in
      "<p>Paragraph \(number) with a "
        + "<a href='#' onclick=\"document.title='link \(number) was clicked'; return false\">link \(number)</a></p>"
    }.joined()
}
