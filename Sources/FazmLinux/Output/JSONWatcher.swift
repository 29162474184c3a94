import Agent

/// Prints every event as a line of JSON. A question is an event too, answered by the next line of standard input.
struct JSONWatcher: Person {
  func see(_ event: TaskEvent) {
    try? Output.json(EventJSON(event))
  }

  func answer(_ question: String) async -> String? {
    await ask(QuestionJSON("question", question))
  }

  func allows(_ act: String) async -> Bool {
    await ask(QuestionJSON("confirm", act)) == "yes"
  }

  func decide(_ question: CapQuestion) async -> CapChoice {
    let word = await ask(QuestionJSON(question))
    return question.choices.first { $0.word == word } ?? .stop
  }

  func letsGoOn() async -> Bool? {
    await ask(QuestionJSON("pause", TerminalQuestion.pause)).map { $0 == "yes" }
  }

  private func ask(_ question: QuestionJSON) async -> String? {
    try? Output.json(question)
    return await StandardInput.line()
  }
}
