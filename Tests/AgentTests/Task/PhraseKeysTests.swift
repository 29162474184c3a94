import Prompts
import TestSupport
import Testing

@testable import Agent

@Suite struct PhraseKeysTests {
  @Test func `code and Prompts/steps.txt know the same keys`() {
    let reasons = StepError.Key.allCases.map(\.rawValue)
    #expect(Prompts.steps(Conversation.Key.self).strayKeys(besides: reasons).isEmpty)
    #expect(Set(Conversation.Key.allCases.map(\.rawValue)).isDisjoint(with: reasons))
  }

  @Test func `the model reads no empty place in a sentence`() {
    for phrase in Prompts.steps(Conversation.Key.self).templates.values { #expect(!phrase.isEmpty) }
  }
}
