import TestSupport
import Testing

@testable import Prompts

@Suite struct PhrasesTests {
  private enum Key: String, CaseIterable {
    case greeting
    case twice
    case plain
  }

  private let phrases = Phrases<Key>(
    file: Array(
      """
      # A remark: not a phrase
      greeting: Good {time}, {name}

      twice: {name} and {name}: both
      plain: braces {} { stay {
      """.utf8))

  @Test func `a sentence takes its values`() {
    #expect(phrases(.greeting, ["time": "morning", "name": "Sam"]) == "Good morning, Sam")
    #expect(phrases(.twice, ["name": "Sam"]) == "Sam and Sam: both")
  }

  @Test func `a place in a value is text`() {
    #expect(phrases(.greeting, ["time": "{name}", "name": "{time}"]) == "Good {name}, {time}")
    #expect(phrases(.greeting, ["name": "{time}", "time": "{name}"]) == "Good {name}, {time}")
    #expect(phrases(.greeting, ["time": "{", "name": "name}"]) == "Good {, name}")
  }

  @Test func `a place without a value stays`() {
    #expect(phrases(.greeting, ["name": "Sam"]) == "Good {time}, Sam")
    #expect(phrases(.plain, ["": "x"]) == "braces x { stay {")
    #expect(phrases(.plain) == "braces {} { stay {")
  }

  @Test func `remarks and blank lines are no phrases`() {
    #expect(phrases.templates.count == 3)
  }

  @Test func `stray keys are those that only the list or only the file has`() {
    enum Other: String, CaseIterable {
      case greeting
      case missing
    }
    let other = Phrases<Other>(file: Array("greeting: a\nunused: b\nshared: c".utf8))
    #expect(other.strayKeys(besides: ["shared"]) == ["missing", "unused"])
    #expect(phrases.strayKeys().isEmpty)
  }
}
