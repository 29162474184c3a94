import Foundation
import TestSupport
import Testing

/// Every verb on web pages, and on the browsers around them. The pages report to their server what happens to them.
@Suite(.desktop, .serialized) struct BrowserVerbTests {
  static func trials(in browser: WebBrowser) -> [Trial] { controls + browser.menuBar + writing }

  private static let controls = pointing + marking + setting + choosing + scrolling + waiting + reading + moving

  @Test(arguments: WebBrowser.allCases) func `controls of a page`(browser: WebBrowser) async throws {
    let server = try FormServer()
    try await browser.visit(server.address + "controls.html", titled: "Controls", showing: "Shelf") { window in
      try await window.carryOut(Self.controls + browser.menuBar, with: server.folder)
    }
  }

  @Test(arguments: WebBrowser.allCases) func `texts of a page`(browser: WebBrowser) async throws {
    let server = try FormServer()
    try await browser.visit(server.address + "writing.html", titled: "Writing", showing: "A story") { window in
      try await window.carryOut(Self.writing, with: server.folder)
    }
  }
}

extension BrowserVerbTests {
  private static let pointing = [
    // Firefox takes a button that stays pressed for a plain one, for good, in what it shows while it starts.
    Trial(.key, "key F5", effect: .changed) {
      guard try $0.loads == 2 else { return false }
      return try await $0.shows("Shelf", "Tea")
    },
    Trial(.click, "click {{b of Tea}}", effect: .changed) { try $0.recorded("click tea") },
    Trial(.click, "click {{b of Tea}} +ctrl +shift", effect: .changed) { try $0.recorded("click tea ctrl+shift") },
    Trial(.click, "click {{b of Far below}} +ctrl", effect: .changed) { try $0.recorded("click far ctrl") },
    Trial(.scroll, "scroll up \"Tea\"") { try await $0.shows("Tea") },
    // Out of the view of what is scrolled inside the page, though not out of the window.
    Trial(.double, "double {{b of Jar 9}}", effect: .changed) { try $0.recorded("dblclick jar9") },
    Trial(.double, "double {{b of Tea}}", effect: .changed) { try $0.recorded("dblclick tea") },
    Trial(.hover, "hover {{b of Steam}}", effect: .changed) { try await $0.shows("Hot steam") },
    Trial(.right, "right {{a of Terms}}") { try await $0.shows("menu", "Inspect") },
    Trial(.key, "key Escape", effect: .changed) { try await $0.shows(without: ["Inspect"]) },
    Trial(.middle, "middle {{a of Terms}}", effect: .changed) { try $0.recorded("opened Terms?terms") },
    Trial(.click, "click {{a of Imprint}} +ctrl", effect: .changed) { try $0.recorded("opened Terms?imprint") },
    Trial(.click, "click {{t of Terms}}") { try await $0.shows("No refunds.") },
    // Of the first tab.
    Trial(.key, "key alt+1", effect: .changed) { try await $0.shows("Tea") },
    Trial(.drag, "drag {{b of Leaf}} to {{b of Pot}}", effect: .changed) { try $0.recorded("dropped leaf") },
  ]

  private static let marking = [
    Trial(.check, "check {{c of News}}") { try $0.recorded("change news on") },
    Trial(.uncheck, "uncheck {{c of Ads}}") { try $0.recorded("change ads off") },
    Trial(.check, "check {{r of Large}}") { try $0.recorded("change large on") },
    Trial(.check, "check {{c of Milk}}") { try $0.recorded("checked milk true") },
    Trial(.uncheck, "uncheck {{c of Milk}}") { try $0.recorded("checked milk false") },
    Trial(.uncheck, "uncheck {{c of Loud}}") { try $0.recorded("pressed loud false") },
  ]

  private static let setting = [
    Trial(.set, "set {{s of Volume}} \"70\"") { try $0.recorded("change volume 70") },
    Trial(.set, "set {{s of Cups}} \"5\"") { try $0.recorded("input cups 5") },
    Trial(.set, "set {{o of Kind}} \"Black\"") { try $0.recorded("change kind Black") },
    Trial(.set, "set {{s of Month}} \"5\"\nset {{s of Day}} \"6\"\nset {{s of Year}} \"2027\"") {
      try $0.recorded("input delivery 2027-05-06")
    },
    // A date has a field for each of its parts, and none for the whole.
    Trial(.set, "set {{e of Delivery}} \"2027-08-09\"", effect: .refused) {
      $0.answer.contains("cannot be written to")
    },
  ]

  private static let choosing = [
    Trial(.select, "select {{o of Kind}} \"White\"") { try $0.recorded("change kind White") },
    Trial(.select, "select {{o of Kind}} \"Red\"", effect: .refused) {
      $0.answer.contains("\"Green\", \"Black\", \"White\"")
    },
    Trial(.select, "select {{x of Lemon}} {{x of Mint}}") { try $0.recorded("change extras Lemon,Mint") },
    Trial(.select, "select {{g of Extras}} \"Honey\"") { try $0.recorded("change extras Honey") },
    Trial(.click, "click {{x of China}}") { try $0.recorded("click china") },
  ]

  private static let scrolling = [
    Trial(.scroll, "scroll down 3", effect: .changed) { try $0.hasScrolled("page") },
    Trial(.scroll, "scroll up 3", effect: .changed) { try await $0.shows("Tea") },
    Trial(.scroll, "scroll {{b of Jar 8}} down 1", effect: .changed) { try $0.hasScrolled("shelf") },
    Trial(.scroll, "scroll down \"Jar 30\"") { try await $0.shows("b", "Jar 30") },
    Trial(.scroll, "scroll down \"Far below\"") { try await $0.shows("Far below") },
    Trial(.scroll, "scroll up \"Jar 99\"", effect: .refused) { $0.answer.contains("\"Jar 99\"") },
    Trial(.scroll, "scroll up \"Tea\"") { try await $0.shows("Tea") },
  ]

  private static let waiting = [
    Trial(.wait, "click {{b of Brew}}\nwait \"Brewed\"") { try await $0.shows("Brewed") },
    Trial(.gone, "click {{b of Pour}}\ngone \"Brewed\"") { try await $0.shows(without: ["Brewed"]) },
    Trial(.wait, "wait \"Spilled\" 1", effect: .refused) { $0.answer.contains("did not come") },
  ]

  private static let reading = [
    Trial(.find, "find \"Far below\"") { $0.answer.contains("Far below (hidden)") },
    Trial(.expand, "expand {{g of Extras}}") { $0.answer.contains("Ginger") },
    Trial(.read, "read {{d of Controls}}") { $0.answer.contains("Jar 59\\nJar 60\\nFar below\" 0-") },
    Trial(.read, "read {{d of Controls}} 40") { $0.answer.contains("Jar 60\\nFar below\" 40-") },
    Trial(.look, "look {{b of Tea}}") { try await $0.hasPicture(of: "Tea") },
  ]

  private static let moving = [
    Trial(.menu, "menu {{a of Privacy}} \"Open Link in New Window\"", effect: .changed) {
      try $0.recorded("opened Terms?privacy")
    },
    Trial(.window, "window \"Terms\"") { try await $0.window.desktop.titleInFront().hasPrefix("Terms") },
    Trial(.open, "open \"Web page\"") { try $0.loads == 3 },
    Trial(.key, "key alt+shift+x", effect: .changed) { try $0.recorded("keydown shift+alt X") },
  ]

  private static let writing = [
    Trial(.type, "type {{e of Name}} \"Ada\\tword\"", effect: .changed) {
      try $0.recorded("input name Ada") && $0.recorded("input secret word")
    },
    Trial(.type, "type {{e of Notes}} \"one\\ntwo, Grüße 你好 😀\"") {
      try $0.recorded("input notes one\ntwo, Grüße 你好 😀")
    },
    Trial(.type, "type {{e of Letter}} \"Hello! \"") { try $0.recorded("input letter Hello! Dear Ada,") },
    // The page goes on saying that a field of it has the focus.
    Trial(.type, "key ctrl+l\ntype {{e of Letter}} \"So. \"") { try $0.events().contains { $0.contains("So. ") } },
    Trial(.key, "click {{e of Notes}}\nkey ctrl+a", effect: .nothing) { try $0.recorded("keydown ctrl a") },
    Trial(.type, "type \"all new\"") { try $0.recorded("input notes all new") },
    Trial(.set, "set {{e of Letter}} \"Dear Bob,\\nthanks\"") { try $0.recorded("input letter Dear Bob,\nthanks") },
    Trial(.set, "set {{e of Secret}} \"päss wörd\"", effect: .changed) { try $0.recorded("input secret päss wörd") },
    Trial(.set, "set {{e of Notes}} \"\"") { try $0.recorded("input notes ") },
    Trial(.set, "set {{e of Notes}} \"red, blue, red\"") { try $0.recorded("input notes red, blue, red") },
    Trial(.select, "select {{e of Notes}} \"blue\"\ntype \"green\"") { try $0.recorded("input notes red, green, red") },
    Trial(.select, "select {{e of Notes}} \"red\"", effect: .refused) { $0.answer.contains("2") },
    Trial(.select, "select {{e of Letter}} \"Bob\"\ntype \"Eve\"") {
      try $0.recorded("input letter Dear Eve,\nthanks")
    },
    // Keys go to the page then, wherever they went before.
    Trial(
      .select, "key ctrl+l\nselect {{d of Writing}} \"small kettle\"\nkey ctrl+c\nset {{e of Notes}} \"\"\nkey ctrl+v"
    ) { try $0.recorded("input notes small kettle") },
    Trial(
      .select, "select {{d of Writing}} \"every morning\"\nkey ctrl+c\nset {{e of Notes}} \"\"\nkey ctrl+v"
    ) { try $0.recorded("input notes every morning") },
    // A selection is of one text, and a page has one for each paragraph.
    Trial(.select, "select {{d of Writing}} \"stove. It\"", effect: .refused) { $0.answer.contains("there is no") },
    Trial(.menu, "menu {{e of Name}} \"Select All\"\ntype \"Bea\"", effect: .changed) {
      try $0.recorded("input name Bea")
    },
    Trial(.type, "type {{e of Name}} \" Lee\" enter") {
      try FormServer.submissions(in: $0.folder).contains(["name": "Bea Lee", "secret": "päss wörd"])
    },
  ]
}

extension WebBrowser {
  /// Firefox shows its menu bar while it is used; Chromium has a button instead.
  fileprivate var menuBar: [Trial] {
    let path = self == .firefox ? "Edit > Find in Page" : "Chromium > Find and edit > Find"
    return [
      Trial(.menu, "menu \"\(path)\"", effect: .changed) { try await $0.shows("Close find bar") }
    ]
  }
}

extension TrialGround {
  /// What pages have reported so far.
  fileprivate func events() throws -> [String] {
    try FormServer.submissions(in: folder).compactMap { $0["event"] }
  }

  /// How often the page has been loaded.
  fileprivate var loads: Int { get throws { try events().filter { $0 == "opened Controls" }.count } }

  fileprivate func recorded(_ event: String) throws -> Bool { try events().contains(event) }

  /// Whether what is called so in the reports has been scrolled away from its beginning.
  fileprivate func hasScrolled(_ name: String) throws -> Bool {
    try events().contains { $0.hasPrefix("scrolled \(name) ") && !$0.hasSuffix(" 0") }
  }

  /// Whether the picture that `look` took is as large as an element.
  fileprivate func hasPicture(of name: String) async throws -> Bool {
    let header = try Data(contentsOf: folder.url.appending(path: "look.png")).prefix(24)
    let size = header.suffix(8).reduce(into: 0) { $0 = $0 << 8 | Int($1) }
    guard header.starts(with: [0x89, 0x50, 0x4E, 0x47]), let place = try await window.look()?.place(of: name) else {
      return false
    }
    return (size >> 32, size & 0xFFFF_FFFF) == (place.width, place.height)
  }
}

extension Desktop {
  fileprivate func titleInFront() async throws -> String {
    try await run("xdotool", ["getactivewindow", "getwindowname"]).output
  }
}
