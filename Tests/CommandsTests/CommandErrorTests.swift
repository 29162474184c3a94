import Commands
import Testing

@Suite struct CommandErrorTests {
  /// Holds an error of a line to what it should be, and its message to have no place unfilled.
  private func check(_ line: String, is error: CommandError) {
    #expect(Self.error(line) == error)
    #expect(!error.description.contains(/\{[a-z]+\}/), "\(error)")
  }

  private static func error(_ line: String) -> CommandError? {
    do throws(CommandError) {
      _ = try Command.parse(line)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("", CommandError.empty),
    ("   ", .empty),
    ("clik b3", .unknownVerb("clik", meant: .click)),
    ("press ctrl+s", .unknownVerb("press", meant: .key)),
    ("double_click x4", .unknownVerb("double_click", meant: .double)),
    ("xyzzy b3", .unknownVerb("xyzzy", meant: nil)),
    (#""click" b3"#, .unknownVerb(#""click""#, meant: nil)),
    ("click(b3)", .punctuatedVerb(.click)),
    ("click: b3", .punctuatedVerb(.click)),
    ("click", .missingRef(.click)),
    ("check", .missingRef(.check)),
    (#"set "hello""#, .notARef(#""hello""#, meant: nil, .set)),
    (#"click "Save""#, .notARef(#""Save""#, meant: nil, .click)),
    ("click Save", .notARef("Save", meant: nil, .click)),
    ("click z9", .notARef("z9", meant: nil, .click)),
    ("click b0", .notARef("b0", meant: nil, .click)),
    ("click [b3]", .notARef("[b3]", meant: Ref(.button, 3), .click)),
    ("click B3", .notARef("B3", meant: Ref(.button, 3), .click)),
    ("click b3.", .notARef("b3.", meant: Ref(.button, 3), .click)),
    (#"check e7="Sam""#, .notARef(#"e7="Sam""#, meant: Ref(.editable, 7), .check)),
    ("select x4, x5", .notARef("x4,", meant: Ref(.item, 4), .select)),
    ("drag x4 x5 x6", .missingRef(.drag)),
    ("drag x4 onto x5", .notARef("onto", meant: nil, .drag)),
  ])
  func `verbs and refs`(line: String, error: CommandError) {
    check(line, is: error)
  }

  @Test(arguments: [
    ("type e5", CommandError.missingText(.type)),
    ("window", .missingText(.window)),
    ("done", .missingText(.done)),
    (#"window "  ""#, .emptyText(.window)),
    (#"done """#, .emptyText(.done)),
    ("type e5 hello world", .unquotedText(right: #"type e5 "hello world""#)),
    ("type e5 hello enter", .unquotedText(right: #"type e5 "hello" enter"#)),
    ("type hello", .unquotedText(right: #"type "hello""#)),
    ("type e5 enter", .unquotedText(right: #"type e5 "enter""#)),
    ("wait Saved 5", .unquotedText(right: #"wait "Saved" 5"#)),
    ("menu File > Save", .unquotedText(right: #"menu "File > Save""#)),
    ("open Text Editor", .unquotedText(right: #"open "Text Editor""#)),
    (#"type e5 "hello"#, .unclosedQuote),
    (#"type e5 "hello\"#, .unclosedQuote),
    ("type e5 \"one\ntwo\"", .unclosedQuote),
    ("type e5 “hello", .unclosedQuote),
    (#"type e5 "a"b"#, .afterQuote("b")),
    ("type 'don't'", .afterQuote("t'")),
    (#"type "C:\temp\data""#, .unknownEscape(#"\d"#)),
    (#"type "\u{}""#, .unknownEscape(#"\u"#)),
    (#"type "\u{D800}""#, .unknownEscape(#"\u"#)),
    (#"type "\u{41""#, .unknownEscape(#"\u"#)),
  ])
  func text(line: String, error: CommandError) {
    check(line, is: error)
  }

  @Test(arguments: [
    ("click 300,200", CommandError.notAPoint("300,200")),
    ("click at b3", .notAPoint("b3")),
    ("click at", .notAPoint("")),
    ("click at 300, 200", .notAPoint("300, 200")),
    ("click at -1,5", .notAPoint("-1,5")),
    ("click x4 +hyper", .unknownModifier("hyper")),
    ("click x4 ctrl", .trailing("ctrl", right: "click x4")),
    ("click b3 b4", .trailing("b4", right: "click b3")),
    ("scroll x4", .missingDirection(.scroll)),
    ("scroll", .missingDirection(.scroll)),
    ("scroll x4 dwon", .unknownDirection("dwon", meant: .down)),
    ("scroll x4 5", .unknownDirection("5", meant: nil)),
    ("scroll x4 down five", .notANumber("five", .scroll)),
    ("scroll x4 down 0", .notANumber("0", .scroll)),
    ("scroll x4 down 1234567", .notANumber("1234567", .scroll)),
    (#"wait "Saved" 5s"#, .notANumber("5s", .wait)),
    (#"wait "Saved" 5 seconds"#, .trailing("seconds", right: #"wait "Saved" 5"#)),
    ("wait 5", .waitsForTime("5")),
    ("read d1 from", .notANumber("from", .read)),
    ("read d1 last", .notANumber("last", .read)),
    (#"menu "File > ""#, .emptyMenuTitle),
    (#"menu "…""#, .emptyMenuTitle),
    ("key", .missingKey),
    ("key ctrl+", .missingKey),
    (#"key """#, .missingKey),
    ("key ctrl+Retrun", .unknownKey("Retrun", meant: "Return")),
    ("key ctrl-s", .unknownKey("ctrl-s", meant: "ctrl+s")),
    ("key hello", .unknownKey("hello", meant: nil)),
    ("key hyper+s", .unknownModifier("hyper")),
    ("key Down Down", .severalChords(first: "key Down")),
    ("key Down 3", .severalChords(first: "key Down")),
    (#"look "Save""#, .notARef(#""Save""#, meant: nil, .look)),
    (#"select x4 "a" x5"#, .trailing("x5", right: #"select x4 "a""#)),
    (#"select x4 x5 "a""#, .notARef(#""a""#, meant: nil, .select)),
    (#"done "a" "b""#, .trailing(#""b""#, right: #"done "a""#)),
  ])
  func `the rest`(line: String, error: CommandError) {
    check(line, is: error)
  }

  @Test(arguments: [
    ("clik b3", "click b3"), ("type e5 hello", #"type e5 "hello""#), ("click [b3]", "b3"), ("scroll x4 dwon", "down"),
    ("key Retrun", "Return"), ("wait 5", #"wait "text" 5"#), ("click z9", "click b3"), ("key Down 3", "key Down"),
    (#"window """#, #"window "title""#), ("xyzzy b3", "click double right"),
  ])
  func `the message says what would be right`(line: String, right: String) throws {
    let message = try #require(Self.error(line)).description
    #expect(message.contains(right), "\(message)")
  }

  @Test func `a message shows nothing that acts on a terminal`() throws {
    let message = try #require(Self.error("click \u{1B}[31m\u{202E}b3")).description
    #expect(message.unicodeScalars.allSatisfy { ![.control, .format].contains($0.properties.generalCategory) })
  }

  @Test func `a message quotes only the start of a long word`() throws {
    let message = try #require(Self.error("click " + String(repeating: "long", count: 500))).description
    #expect(message.count < 150)
  }
}
