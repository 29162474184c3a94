import Settings
import Testing

@Suite struct OptionParserTests {
  let syntax = CommandLineSyntax(
    command: "fazm-linux tree", operands: "[REQUEST]", summary: "Shows a window.",
    options: [
      Option("app", value: "NAME", "The program"),
      Option("json", "As JSON"),
    ])

  @Test func takesOptionsInAnyOrder() throws {
    let parsed = try syntax.parse(["--json", "Größe ändern", "--app=pcman fm"])
    #expect(parsed.flags == ["json"])
    #expect(parsed.values == ["app": "pcman fm"])
    #expect(parsed.operands == ["Größe ändern"])
  }

  @Test func takesWhatFollowsTwoDashesAsItStands() throws {
    #expect(try syntax.parse(["--", "--json"]).operands == ["--json"])
  }

  @Test func namesWhatItDoesNotKnow() {
    #expect(throws: UsageError.self) { try syntax.parse(["--jsno"]) }
    let error = #expect(throws: UsageError.self) { try syntax.parse(["--app"]) }
    #expect(error?.description.contains("--app") == true)
  }

  @Test func helpNamesEveryOption() {
    let help = syntax.help
    #expect(help.contains("fazm-linux tree"))
    for option in syntax.options {
      #expect(help.contains("--\(option.long)"))
    }
  }
}
