import Commands
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: Verb.allCases)
  func `what is printed parses to the same command, on one line`(verb: Verb) throws {
    var generator = CommandGenerator(seed: 7)
    for _ in 0..<400 {
      let command = generator.command(verb)
      let line = command.description
      #expect(try Command.parse(line) == command, "\(line.debugDescription)")
      #expect(command.verb == verb)
      #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(line.debugDescription)")
    }
  }

  @Test func `a printed command is a whole reply`() throws {
    var generator = CommandGenerator(seed: 11)
    for verb in Verb.allCases {
      for _ in 0..<100 {
        let command = generator.command(verb)
        #expect(try Reply.parse("\(command)").commands == [command], "\(command)")
      }
    }
  }

  @Test func `printing again changes nothing`() throws {
    var generator = CommandGenerator(seed: 13)
    for verb in Verb.allCases {
      for _ in 0..<100 {
        let line = generator.command(verb).description
        #expect(try Command.parse(line).description == line)
      }
    }
  }
}
