import Outline
import Testing

@testable import Agent

@Suite struct ProgramPolicyTests {
  @Test(arguments: ["XTerm", "Gnome-terminal", "konsole", "KeePassXC", "Bitwarden"])
  func isClosedToSensitivePrograms(program: String) {
    #expect(!ProgramPolicy().allows(window(program)))
    #expect(ProgramPolicy(allowed: [program]).allows(window(program)))
    #expect(!ProgramPolicy(allowed: [program], denied: [program]).allows(window(program)))
  }

  @Test func isOpenToTheRest() {
    #expect(ProgramPolicy().allows(window("Pcmanfm")))
    #expect(!ProgramPolicy(denied: ["pcmanfm"]).allows(window("Pcmanfm")))
  }

  private func window(_ program: String) -> Window {
    var window = Window.editor
    window.program = program
    return window
  }
}
