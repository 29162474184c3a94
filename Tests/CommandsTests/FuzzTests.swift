import Commands
import TestSupport
import Testing

/// Nothing that a model can answer may crash the parser, and what it takes it takes whole.
@Suite struct FuzzTests {
  @Test func `any bytes`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<4000 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `pieces of the language in any order`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<8000 {
      let pieces = (0..<Int.random(in: 1...14, using: &random)).map { _ in random.pick(Self.pieces, or: " ") }
      check(pieces.joined(separator: Bool.random(using: &random) ? " " : ""))
    }
  }

  @Test func `good replies with a few changes`() {
    var random = SeededGenerator(seed: 3)
    var generator = CommandGenerator(seed: 4)
    for _ in 0..<4000 {
      let commands = (0..<3).map { _ in generator.command(random.pick(Verb.allCases, or: .look)).description }
      var scalars = Array(commands.joined(separator: "\n").unicodeScalars)
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0 where scalars.count > 1: scalars.remove(at: place)
        case 1: scalars.insert(random.pick(Array(" \"\\\n+>`<{".unicodeScalars), or: " "), at: place)
        default: scalars.swapAt(place, 0)
        }
      }
      check(String(String.UnicodeScalarView(scalars)))
    }
  }

  @Test func `very long lines`() {
    for text in ["click ", "\"", "\\", "`", "<thinking>", "</thinking>", "menu \">", "- ", "key ctrl+", "**"] {
      check(String(repeating: text, count: 5000))
    }
  }

  /// A reply either fails, with a message, or reads back from what it prints.
  private func check(_ text: String) {
    do throws(ReplyError) {
      let reply = try Reply.parse(text)
      let printed = reply.commands.map(\.description).joined(separator: "\n")
      #expect((try? Reply.parse(printed))?.commands == reply.commands, "\(text.debugDescription)")
    } catch {
      #expect(!error.description.isEmpty)
    }
    _ = try? Command.parse(text)
  }

  private static let pieces = [
    "click", "type", "key", "menu", "done", "wait", "gone", "scroll", "drag", "select", "read", "Look", "press", "b3",
    "x14", "e5", "z9", "\"hello\"", "\"", "'", "“", "”", "\\", "\\u{", "}", "ctrl+s", "+ctrl", "+", "++", "at", "to",
    "from", "enter", "300,200", ",", "5", "99999999999999999999", "-1", "down", "\n", "\r\n", "```", "`", "**", "- ",
    "1. ", "<thinking>", "</thinking>", "The", "button.", "…", ">", "é", "\u{301}", "👩‍👩‍👧", "\u{0}", "\u{2028}",
  ]
}
