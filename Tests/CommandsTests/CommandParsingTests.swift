import Commands
import Geometry
import Testing

private let b3 = Ref(.button, 3)
private let x4 = Ref(.item, 4)
private let x15 = Ref(.item, 15)
private let x20 = Ref(.item, 20)
private let e5 = Ref(.editable, 5)
private let g2 = Ref(.group, 2)
private let d1 = Ref(.document, 1)

@Suite struct CommandParsingTests {
  @Test(arguments: [
    ("click b3", Command.click(.click, .element(b3), modifiers: [])),
    ("double x4", .click(.double, .element(x4), modifiers: [])),
    ("right x4", .click(.right, .element(x4), modifiers: [])),
    ("middle x4", .click(.middle, .element(x4), modifiers: [])),
    ("hover b3", .click(.hover, .element(b3), modifiers: [])),
    ("click x4 +ctrl", .click(.click, .element(x4), modifiers: [.ctrl])),
    ("click x4 +shift +ctrl", .click(.click, .element(x4), modifiers: [.ctrl, .shift])),
    ("click x4 +Ctrl+Shift", .click(.click, .element(x4), modifiers: [.ctrl, .shift])),
    ("click g2 at 300,200", .click(.click, .point(in: g2, Point(x: 300, y: 200)), modifiers: [])),
    ("click at 300,200", .click(.click, .point(in: nil, Point(x: 300, y: 200)), modifiers: [])),
    ("double g2 at 0,7 +alt", .click(.double, .point(in: g2, Point(x: 0, y: 7)), modifiers: [.alt])),
    ("scroll x4 down 5", .scroll(x4, .down, .clicks(5))),
    ("scroll x4 UP", .scroll(x4, .up, .clicks(3))),
    ("scroll left 2", .scroll(nil, .left, .clicks(2))),
    ("scroll x4 down \"May 7\"", .scroll(x4, .down, .until("May 7"))),
    ("scroll up \"5\"", .scroll(nil, .up, .until("5"))),
    ("drag x15 x20", .drag([x15], to: x20)),
    ("drag x15 to x20", .drag([x15], to: x20)),
    ("drag x4 x15 to x20", .drag([x4, x15], to: x20)),
  ])
  func `the pointer`(line: String, command: Command) throws {
    #expect(try Command.parse(line) == command)
  }

  @Test(arguments: [
    ("check c5", Command.check(Ref(.check, 5), true)),
    ("uncheck c5", .check(Ref(.check, 5), false)),
    (#"type e5 "hello""#, .type(e5, "hello", enter: false)),
    (#"type e5 "hello" enter"#, .type(e5, "hello", enter: true)),
    (#"type "hello" Enter"#, .type(nil, "hello", enter: true)),
    (#"type e5 """#, .type(e5, "", enter: false)),
    (#"set e5 "hello""#, .set(e5, "hello")),
    (#"set s9 "50""#, .set(Ref(.slider, 9), "50")),
    (#"set e5 """#, .set(e5, "")),
    ("key ctrl+s", .key(Chord(modifiers: [.ctrl], key: "s"))),
    (#"key "ctrl+s""#, .key(Chord(modifiers: [.ctrl], key: "s"))),
    ("select x4", .select(.items([x4]))),
    ("select x4 x15 x20", .select(.items([x4, x15, x20]))),
    (#"select o4 "PDF""#, .select(.named("PDF", in: Ref(.combo, 4)))),
    (#"select d1 "some text""#, .select(.named("some text", in: d1))),
  ])
  func `fields and keys`(line: String, command: Command) throws {
    #expect(try Command.parse(line) == command)
  }

  @Test(arguments: [
    (#"menu "File > Save As…""#, Command.menu(["File", "Save As"], of: nil)),
    (#"menu "File>Save As...""#, .menu(["File", "Save As"], of: nil)),
    (#"menu "Quit""#, .menu(["Quit"], of: nil)),
    (#"menu x15 "Move to Trash""#, .menu(["Move to Trash"], of: x15)),
    (#"window "Downloads""#, .window("Downloads")),
    (#"open "Text Editor""#, .open("Text Editor")),
    (#"wait "Saved""#, .wait("Saved", seconds: nil)),
    (#"wait "Saved" 5"#, .wait("Saved", seconds: 5)),
    (#"gone "Saving" 5"#, .gone("Saving", seconds: 5)),
    (#"wait gone "Saving" 5"#, .gone("Saving", seconds: 5)),
    (#"find "bold""#, .find("bold")),
    ("expand g2", .expand(g2)),
    ("read d1", .read(d1, from: 0)),
    ("read d1 4000", .read(d1, from: 4000)),
    ("read d1 from 4000", .read(d1, from: 4000)),
    ("look", .look(nil)),
    ("look g2", .look(g2)),
    (#"ask "Which folder?""#, .ask("Which folder?")),
    (#"done "Moved 3 files.""#, .done("Moved 3 files.")),
    (#"fail "There is no such file.""#, .fail("There is no such file.")),
  ])
  func `windows, reading and endings`(line: String, command: Command) throws {
    #expect(try Command.parse(line) == command)
  }

  @Test(arguments: [
    (#"type "a \"b\" c""#, #"a "b" c"#),
    (#"type "C:\\temp""#, #"C:\temp"#),
    (#"type "one\ntwo\tthree""#, "one\ntwo\tthree"),
    (#"type "\u{20ac}\u{1F600}""#, "€😀"),
    ("type 'say \"hi\"'", "say \"hi\""),
    (#"type 'it\'s'"#, "it's"),
    ("type “hello”", "hello"),
    ("type ”hello“", "hello"),
    ("type \"“hello”\"", "“hello”"),
    ("type \"\u{301}\"", "\u{301}"),
    ("type \"#not a remark\"", "#not a remark"),
  ])
  func `text in quotes`(line: String, text: String) throws {
    #expect(try Command.parse(line) == .type(nil, text, enter: false))
  }

  @Test(arguments: ["Click b3", "CLICK b3", "  click\tb3  ", "click\u{A0}b3", "click b3-", "click b3+!"])
  func `case, spaces and the marks of an outline do not matter`(line: String) throws {
    #expect(try Command.parse(line) == .click(.click, .element(b3), modifiers: []))
  }

  @Test func `every example in the messages parses`() throws {
    for verb in Verb.allCases {
      for example in verb.form.split(separator: ", or ") {
        #expect(try Command.parse(example).verb == verb, "\(example)")
      }
    }
  }

  @Test func `the refs of a command`() throws {
    #expect(try Command.parse("drag x4 x15 to x20").refs == [x4, x15, x20])
    #expect(try Command.parse("click g2 at 1,2").refs == [g2])
    #expect(try Command.parse("click at 1,2").refs.isEmpty)
    #expect(try Command.parse("select o4 \"PDF\"").refs == [Ref(.combo, 4)])
    #expect(try Command.parse("type \"x15\"").refs.isEmpty)
    #expect(try Command.parse("menu x15 \"Copy\"").refs == [x15])
  }
}
