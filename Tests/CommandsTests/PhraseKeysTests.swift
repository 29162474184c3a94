import Commands
import Prompts
import TestSupport
import Testing

@Suite struct PhraseKeysTests {
  @Test func `code and Prompts/commands.txt know the same keys`() {
    let others = CommandError.Key.allCases.map(\.rawValue) + ReplyError.Key.allCases.map(\.rawValue)
    #expect(Prompts.commands(Verb.self).strayKeys(besides: others).isEmpty)
    #expect(Set(others + Verb.allCases.map(\.rawValue)).count == others.count + Verb.allCases.count)
  }
}
