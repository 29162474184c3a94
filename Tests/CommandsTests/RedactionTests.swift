import Commands
import Testing

@Suite struct RedactionTests {
  @Test(arguments: [
    (#"type e5 "hunter2 hunter" enter"#, "type e5 (14 characters) enter"),
    (#"type "x""#, "type (1 character)"),
    (#"set e5 """#, "set e5 (0 characters)"),
    (#"select o4 "PDF""#, "select o4 (3 characters)"),
    (#"menu x15 "Move to Trash""#, "menu x15 (13 characters)"),
    (#"wait "Saved" 5"#, "wait (5 characters) 5"),
    (#"done "Your balance is 12""#, "done (18 characters)"),
    ("key a", "key (1 character)"),
    ("key A", "key (1 character)"),
    ("key ?", "key (1 character)"),
    ("key é", "key (1 character)"),
    ("key ctrl+s", "key ctrl+s"),
    ("key Return", "key Return"),
    ("key shift+Tab", "key shift+Tab"),
    ("click g2 at 30,40 +ctrl", "click g2 at 30,40 +ctrl"),
  ])
  func `no text, only how long it was`(line: String, redacted: String) throws {
    #expect(try Command.parse(line).redactedDescription == redacted)
  }
}
