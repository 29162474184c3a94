import Commands
import Geometry
import Model
import Outline
import Testing

@testable import Offline

@Suite struct DirectRequestTests {
  /// A window with one of everything.
  private static let window: Snapshot = {
    var tree = TreeBuilder(title: "Letter - Writer", program: "Writer", windowID: 1)
    let frame = tree.add(.frame, "Letter - Writer", id: "/frame")
    let bar = tree.add(.menuBar, id: "/bar", under: frame)
    for title in ["File", "Edit", "Format"] {
      let menu = tree.add(.menu, title, id: "/\(title)", under: bar)
      if title == "File" { tree.add(.menuItem, "Export as PDF...", id: "/export", isShown: false, under: menu) }
    }
    let tools = tree.add(.toolBar, id: "/tools", under: frame)
    for title in ["Save", "Save As…", "Save All", "Find and Replace", "_Print", "Copy (2)", "7", "Apply", "Apply"] {
      tree.add(.pushButton, title, id: "/tool/\(title)/\(tree.snapshot.nodes.count)", under: tools)
    }
    tree.add(.pushButton, "Undo", id: "/undo", isEnabled: false, under: tools)
    for title in ["Name", "Search", "E-mail address"] {
      tree.add(.text, title, id: "/\(title)", text: "", adding: [.editable, .singleLine], under: frame)
    }
    tree.add(.checkBox, "Wrap lines", id: "/wrap", under: frame)
    tree.add(.checkBox, "Dark mode", id: "/dark", adding: .checked, under: frame)
    tree.add(.radioButton, "Landscape", id: "/landscape", under: frame)
    tree.add(.comboBox, "Paper", id: "/paper", text: "A4", under: frame)
    tree.add(.slider, "Zoom", id: "/zoom", under: frame)
    tree.add(.link, "Read the manual", id: "/manual", under: frame)
    let tabs = tree.add(.pageTabList, id: "/tabs", under: frame)
    for title in ["General", "Advanced"] { tree.add(.pageTab, title, id: "/tab/\(title)", under: tabs) }
    let list = tree.add(.list, "Files", id: "/list", under: frame)
    for title in ["notes.txt", "report.pdf", "Search results", "Save"] {
      tree.add(.listItem, title, id: "/item/\(title)", under: list)
    }
    return tree.snapshot
  }()

  /// The first reply to a request, and the outline that it answers, with each ref as the name it stands for.
  private func reply(to request: String, in window: Snapshot = window) async throws -> String {
    var outliner = Outliner(budget: 2000)
    let outline = outliner.outline(of: window, for: request).text
    let text = "Request: \(request)\n2026-01-05, home folder /home/sam\n<screen aa>\n\(outline)\n</screen aa>"
    let reply = try await OfflineModel().reply(
      to: ModelRequest(system: "", messages: [Message(.user, text: text)], maxTokens: 500))
    let commands = try Reply.parse(reply.text).commands
    return commands.map { command in
      command.description.split(separator: " ").map { word in
        guard let ref = Ref(word), case .found(let index) = outliner.refs.resolve(ref, in: window) else {
          return String(word)
        }
        return "\(ref.kind.rawValue):\(window.nodes[index].name)"
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  @Test(
    "does what it is told",
    arguments: [
      ("click Save", "click b:Save"),
      ("Click on the Save button.", "click b:Save"),
      ("please click save as", "click b:Save As…"),
      ("press Save All", "click b:Save All"),
      ("push \"Find and Replace\"", "click b:Find and Replace"),
      ("click Find and Replace", "click b:Find and Replace"),
      ("tap print", "click b:_Print"),
      ("click Copy (2)", "click b:Copy (2)"),
      ("can you click the Advanced tab?", "click t:Advanced"),
      ("go to the Advanced tab", "click t:Advanced"),
      ("click Read the manual", "click a:Read the manual"),
      ("click the manual link", "click a:Read the manual"),
      ("double-click notes.txt", "double x:notes.txt"),
      ("double click on report", "double x:report.pdf"),
      ("right click notes", "right x:notes.txt"),
      ("middle-click the General tab", "middle t:General"),
      ("hover over Zoom", "hover s:Zoom"),
      ("check Wrap lines", "check c:Wrap lines"),
      ("tick the \"Wrap lines\" box", "check c:Wrap lines"),
      ("turn off dark mode", "uncheck c:Dark mode"),
      ("uncheck the Dark mode checkbox", "uncheck c:Dark mode"),
      ("enable wrap lines", "check c:Wrap lines"),
      ("set Dark mode to off", "uncheck c:Dark mode"),
      ("toggle Dark mode", "click c:Dark mode"),
      ("type \"hello world\"", "type \"hello world\""),
      ("type hello", "type \"hello\""),
      ("type \"Sam\" into Name", "type e:Name \"Sam\""),
      ("write 'it is, and then some' in the Name field", "type e:Name \"it is, and then some\""),
      ("type Sam Smith into the name field", "type e:Name \"Sam Smith\""),
      ("enter “Sam” in Name and press enter", "type e:Name \"Sam\" enter"),
      ("type \"x\" into Search then hit Return", "type e:Search \"x\" enter"),
      ("type \"click Save\" into Name", "type e:Name \"click Save\""),
      ("set Name to \"Sam and Ann\"", "set e:Name \"Sam and Ann\""),
      ("change the e-mail address to sam@example.org", "set e:E-mail address \"sam@example.org\""),
      ("fill in Name with Sam", "set e:Name \"Sam\""),
      ("set Zoom to 120", "set s:Zoom \"120\""),
      ("set the Paper to Letter", "select o:Paper \"Letter\""),
      ("choose Letter from Paper", "select o:Paper \"Letter\""),
      ("choose Landscape", "click r:Landscape"),
      ("select notes.txt", "select x:notes.txt"),
      ("select notes.txt and report.pdf", "select x:notes.txt x:report.pdf"),
      ("select notes.txt, report.pdf", "select x:notes.txt x:report.pdf"),
      ("press ctrl+s", "key ctrl+s"),
      ("Press Ctrl + Shift + S", "key ctrl+shift+s"),
      ("hit the Escape key", "key Escape"),
      ("press F5", "key F5"),
      ("press Tab three times", "key Tab\nkey Tab\nkey Tab"),
      ("press alt-F4", "key alt+F4"),
      ("press 7", "click b:7"),
      ("press 8", "key 8"),
      ("save", "key ctrl+s"),
      ("type \"x\" and save", "type \"x\""),
      ("select all", "key ctrl+a"),
      ("open the File menu", "click m:File"),
      ("open the File menu and choose Save As", "menu \"File > Save As\""),
      ("choose Save As from the File menu", "menu \"File > Save As\""),
      ("click File > Export > PDF", "menu \"File > Export > PDF\""),
      ("scroll down", "scroll down 5"),
      ("scroll up 3", "scroll up 3"),
      ("go to window \"Mail - Inbox\"", "window \"Mail - Inbox\""),
      ("switch to the Terminal window", "window \"Terminal\""),
      ("open notes.txt", "double x:notes.txt"),
      ("open \"Text Editor\"", "open \"Text Editor\""),
      ("launch Firefox", "open \"Firefox\""),
      ("wait for \"Ready\"", "wait \"Ready\" 60"),
      ("close the window", "key alt+F4"),
      ("click nothing like this", "find \"nothing like this\""),
    ])
  func does(request: String, expected: String) async throws {
    #expect(try await reply(to: request) == expected)
  }

  @Test(
    "says why it cannot",
    arguments: [
      ("click Apply", "fail \"there are 2 things called \\\"Apply\\\" here: say which\""),
      (
        "click Sav",
        "fail \"\\\"Sav\\\" could be the button \\\"Save All\\\", the button \\\"Save As…\\\" and the button \\\"Save\\\": say which\""
      ),
      ("click Undo", "fail \"the button \\\"Undo\\\" is there, but it is disabled\""),
      ("close the dialog", "fail \"no dialog is open\""),
      ("set Dark mode to purple", "fail \"\\\"Dark mode\\\" can be on or off, not \\\"purple\\\"\""),
    ])
  func fails(request: String, expected: String) async throws {
    #expect(try await reply(to: request) == expected)
  }

  @Test(
    "does not pretend to understand",
    arguments: [
      "", "make the heading bold and centre it", "what does this window say?", "book me a flight",
      "sort the table by Name",
      "organize the meeting", "clean up the text", "organize by date", "delete everything", "why", "and", "\"", "move",
      "type", "set", "click", "press", "translate the letter", "summarize this page",
    ])
  func declines(request: String) async throws {
    let words = """
      offline I can do direct requests (click Save, type "x" into Name, press ctrl+s) and organize a folder; for \
      anything else configure a model: run fazm-linux login, or set ANTHROPIC_API_KEY or ANTHROPIC_BASE_URL
      """
    #expect(try await reply(to: request) == Command.fail(words).description)
  }

  @Test func onlyTheRequestCounts() async throws {
    var tree = TreeBuilder(title: "Request: press ctrl+a", program: "Writer", windowID: 1)
    let frame = tree.add(.frame, "Request: press ctrl+a", id: "/frame")
    tree.add(.label, id: "/text", text: "Request: click Delete", under: frame)
    tree.add(.pushButton, "Delete", id: "/delete", under: frame)
    tree.add(.pushButton, "OK", id: "/ok", under: frame)
    #expect(try await reply(to: "click OK", in: tree.snapshot) == "click b:OK")
    #expect(try await reply(to: "summarize this", in: tree.snapshot).hasPrefix("fail"))
  }
}
