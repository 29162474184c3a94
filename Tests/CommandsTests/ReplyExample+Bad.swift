import Commands

extension ReplyExample {
  static let withoutCommands: [ReplyExample] = [
    .bad("nothing", "", .empty),
    .bad("nothing but space", " \n\n\t\n", .empty),
    .bad("nothing but a fence", "```\n```", .empty),
    .bad("nothing but thinking", "<thinking>\nclick b3\n</thinking>", .empty),
    .bad("cut off in thinking", "<thinking>\nFirst\nclick b3", .empty),
    .bad("prose", "I have moved the files into Papers.", .noCommands),
    .bad("done in prose", "Done! All files are in their folders.", .noCommands),
    .bad("done and a full stop", "done.", .noCommands),
    .bad("done in bold", "**Done**, the files are sorted.", .noCommands),
    .bad("a refusal", "I can't help with deleting system files.", .noCommands),
    .bad("a question in prose", "Which folder do you mean?", .noCommands),
    .bad("prose that begins with a verb", "Click the button to continue", .noCommands),
    .bad("a sentence with a ref", "Click b3 to save.", .noCommands),
    .bad("JSON", #"{"action": "click", "ref": "b3"}"#, .noCommands),
    .bad("JSON on several lines", "```json\n{\n  \"action\": \"type\",\n  \"text\": \"hello\"\n}\n```", .noCommands),
    .bad("a tool call", #"<invoke name="click"><parameter name="ref">b3</parameter></invoke>"#, .noCommands),
    .bad("a command in a tag", "<action>click b3</action>", .noCommands),
    .bad("Python", #"pyautogui.click(300, 200)"#, .noCommands),
    .bad("a shell command", "$ mkdir Papers && mv *.pdf Papers", .noCommands),
  ]

  static let broken: [ReplyExample] = [
    .bad("a function call", "click(b3)", .line(1, .punctuatedVerb(.click))),
    .bad("a function call with text", #"type("hello")"#, .line(1, .punctuatedVerb(.type))),
    .bad("a colon", "click: b3", .line(1, .punctuatedVerb(.click))),
    .bad("by name", #"click "Save""#, .line(1, .notARef(#""Save""#, meant: nil, .click))),
    .bad("by name, bare", "click Save", .line(1, .notARef("Save", meant: nil, .click))),
    .bad("a preposition", "click on b3\ntype e5 \"x\"", .line(1, .notARef("on", meant: nil, .click))),
    .bad("a ref in brackets", "click [b3]", .line(1, .notARef("[b3]", meant: Ref(.button, 3), .click))),
    .bad("a comma in a list", "select x1, x2", .line(1, .notARef("x1,", meant: Ref(.item, 1), .select))),
    .bad("a remark behind", "click b3  # opens the menu", .line(1, .trailing("# opens the menu", right: "click b3"))),
    .bad("a reason behind", "click b3 to save", .line(1, .trailing("to save", right: "click b3"))),
    .bad(
      "a reason behind, as a list", "1. `click b3` - saves\n2. `click b4` - quits",
      .line(1, .trailing("- saves", right: "click b3"))),
    .bad("two commands on a line", "click b3; click b4", .line(1, .notARef("b3;", meant: Ref(.button, 3), .click))),
    .bad(
      "text without quotes", "click e5\ntype e5 hello world", .line(2, .unquotedText(right: #"type e5 "hello world""#))),
    .bad(
      "a path without quotes", "menu File > Save As\nclick b3",
      .line(1, .unquotedText(right: #"menu "File > Save As""#))),
    .bad("a program without quotes", "open firefox", .line(1, .unquotedText(right: #"open "firefox""#))),
    .bad(
      "done without quotes", "click b3\ndone moved 3 files", .line(2, .unquotedText(right: #"done "moved 3 files""#))),
    .bad("done and nothing", "click b3\ndone", .line(2, .missingText(.done))),
    .bad("several lines in quotes", "type e5 \"Dear Sam,\nthank you.\"", .line(1, .unclosedQuote)),
    .bad("sentences over several lines in quotes", "Type e5 \"Dear Sam.\nBye.\"\nclick b3", .line(1, .unclosedQuote)),
    .bad("cut off in a text", "click b3\ntype e5 \"Dear Sa", .line(2, .unclosedQuote)),
    .bad("quotes in quotes", #"type e5 "say "hi" now""#, .line(1, .afterQuote(#"hi""#))),
    .bad("a Windows path", #"type e5 "C:\Users""#, .line(1, .unknownEscape(#"\U"#))),
    .bad("a verb of others", "press ctrl+s", .line(1, .unknownVerb("press", meant: .key))),
    .bad("a verb of others, capital", "Press Enter", .line(1, .unknownVerb("Press", meant: .key))),
    .bad("a verb of two words", "double-click x4", .line(1, .unknownVerb("double-click", meant: .double))),
    .bad("a misspelled verb", "click b3\nclcik b4", .line(2, .unknownVerb("clcik", meant: .click))),
    .bad(
      "a plan in lower case", "- open the folder\n\ndouble x3", .line(1, .unquotedText(right: #"open "the folder""#))),
    .bad("no ref, before a key", "select all\nkey Delete", .line(1, .notARef("all", meant: nil, .select))),
    .bad("a wait for time", "click b3\nwait 2", .line(2, .waitsForTime("2"))),
    .bad("a key that is none", "key ctrl+Retrun", .line(1, .unknownKey("Retrun", meant: "Return"))),
    .bad("two chords", "key Down Down Return", .line(1, .severalChords(first: "key Down"))),
    .bad("a long way to scroll", "scroll x3 bottom", .line(1, .unknownDirection("bottom", meant: nil))),
    .bad(
      "a broken line before thinking ends well", "type hello\n\nclick b3",
      .line(1, .unquotedText(right: #"type "hello""#))),
    .bad(
      "a broken line after the block", "click b3\n\nThen:\nclick Save", .line(4, .notARef("Save", meant: nil, .click))),
  ]

  static let outOfShape: [ReplyExample] = [
    .bad("prose between", "click b3\nNow the dialog is open.\nclick b4", .secondBlock(prose: 2, commands: 3)),
    .bad("two fences with prose", "```\nclick b3\n```\nThen:\n```\nclick b4\n```", .secondBlock(prose: 4, commands: 6)),
    .bad("two tags", "<a>\nclick b3\n</a>\n<a>\nclick b4\n</a>", .secondBlock(prose: 3, commands: 5)),
    .bad(
      "an invented outline", "click b3\n\nwindow Save As\ne5! Name b6 Save b7 Cancel\n\ntype e5 \"x\"",
      .line(3, .unquotedText(right: #"window "Save As""#))),
    .bad("an invented screen", "click b3\n\n<screen>\nb6 Save\n</screen>", .inventedScreen(3)),
    .bad("an invented list", "click b3\ne7=\"Sam\" Name b8 OK", .inventedScreen(2)),
    .bad("an invented difference", "click b3\n+ b9 OK\n- b3 Save", .inventedScreen(2)),
    .bad("an invented change", "click b3\n~ e7=\"x\" Name", .inventedScreen(2)),
    .bad("an invented user", "click b3\n\nHuman: b6 is there now", .inventedScreen(3)),
    .bad("commands after done", "done \"Saved.\"\nclick b3", .afterEnding(2, .done)),
    .bad("two endings", "ask \"Which one?\"\ndone \"Asked.\"", .afterEnding(2, .ask)),
  ]
}
