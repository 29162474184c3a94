import Agent

/// A person who is asked in the terminal.
protocol TerminalPerson: Person {}

extension TerminalPerson {
  func answer(_ question: String) async -> String? {
    await TerminalQuestion.answer(question)
  }

  func allows(_ act: String) async -> Bool {
    await TerminalQuestion.allows(act)
  }

  func decide(_ question: CapQuestion) async -> CapChoice {
    await TerminalQuestion.decide(question)
  }

  func letsGoOn() async -> Bool? {
    await TerminalQuestion.letsGoOn()
  }
}
