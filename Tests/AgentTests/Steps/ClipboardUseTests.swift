import Commands
import Testing

@testable import Agent

@Suite struct ClipboardUseTests {
  @Test(arguments: [
    ([], false), (["key ctrl+c"], false), (["key ctrl+v"], false), (["key ctrl+x", "key ctrl+v"], true),
    (["key ctrl+c", "click b1", "key shift+Insert"], true), (["key ctrl+c", "key ctrl+v", "key ctrl+c"], false),
    (["menu \"Edit > Copy\"", "menu \"Edit > Paste\""], true), (["menu \"Edit > Cut\"", "key ctrl+a"], false),
  ])
  func tellsAMeansFromAnEnd(lines: [String], wasMeans: Bool) throws {
    var use = ClipboardUse()
    for line in lines { use.note(try Command.parse(line)) }
    #expect(use.wasMeans == wasMeans)
    use.forget()
    #expect(!use.wasMeans)
  }
}
