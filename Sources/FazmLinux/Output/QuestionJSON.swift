import Agent

/// A question of a task as `--json` prints it: `question` wants words, `confirm` (to do what cannot be undone) and `pause`
/// (to go on after the person took the mouse or the keyboard) want `yes` or anything else for no, and `cap` wants the word of one of its choices or anything else for `stop`.
struct QuestionJSON: Encodable {
  struct Choice: Encodable {
    var word: String
    var label: String
  }

  var event: String
  var text: String
  /// Which cap, as the configuration calls it.
  var limit: String?
  var limitUSD: String?
  var spentUSD: String?
  var choices: [Choice]?

  private enum CodingKeys: String, CodingKey {
    case event, text, limit, choices
    case limitUSD = "limit_usd"
    case spentUSD = "spent_usd"
  }

  init(_ event: String, _ text: String) {
    self.event = event
    self.text = text
  }

  init(_ question: CapQuestion) {
    self.init("cap", question.sentence)
    limit = question.use.cap.key
    limitUSD = question.use.limit.decimal
    spentUSD = question.use.spent.decimal
    choices = question.choices.map { Choice(word: $0.word, label: $0.label(for: question)) }
  }
}
