import Agent
import Foundation
import Model

/// One event of a task as `--json` prints it, one a line. The field names are part of the public surface.
struct EventJSON: Encodable {
  var event: String
  var task: String?
  var request: String?
  var window: String?
  var program: String?
  var mode: String?
  var model: String?
  var meter: String?
  var text: String?
  var turn: Int?
  var steps: [StepJSON]?
  var plan: [PlanJSON]?
  var notRun: Int?
  var repair: String?
  var inputTokens: Int?
  var cacheReadTokens: Int?
  var outputTokens: Int?
  var outlineTokens: Int?
  var images: Int?
  var maxImages: Int?
  var priceUSD: PriceJSON?
  /// How old the model's price is, where it may have changed since.
  var priceDays: Int?
  var milliseconds: Int?
  /// Dollars as decimal strings, exact; absent where unknown.
  var atMostUSD: String?
  var deltaUSD: String?
  var totalUSD: String?
  var totalIsIncomplete: Bool?
  /// What was spent at most, where the total is incomplete and has a bound.
  var totalAtMostUSD: String?
  /// Which limit a warning is about, as the configuration calls it.
  var limit: String?
  var percent: Int?
  var limitUSD: String?
  var spentUSD: String?
  var limitTokens: Int?
  var tokens: Int?
  var outcome: String?
  var exitCode: Int32?
  /// When what has run out is there again.
  var resetsAt: Date?
  var turns: Int?

  private enum CodingKeys: String, CodingKey {
    case event, task, request, window, program, mode, model, meter, text, turn, steps, plan, repair, images,
      milliseconds, limit, percent, tokens, outcome, turns
    case limitUSD = "limit_usd"
    case spentUSD = "spent_usd"
    case limitTokens = "limit_tokens"
    case notRun = "not_run"
    case inputTokens = "input_tokens"
    case cacheReadTokens = "cache_read_tokens"
    case outputTokens = "output_tokens"
    case outlineTokens = "outline_tokens"
    case maxImages = "max_images"
    case priceDays = "price_days"
    case priceUSD = "usd_per_million_tokens"
    case atMostUSD = "at_most_usd"
    case deltaUSD = "delta_usd"
    case totalUSD = "cost_usd"
    case totalIsIncomplete = "cost_is_incomplete"
    case totalAtMostUSD = "cost_at_most_usd"
    case exitCode = "exit_code"
    case resetsAt = "resets_at"
  }

  init(_ event: TaskEvent) {
    switch event {
    case .started(let start):
      self.event = "start"
      task = start.id
      request = start.request
      window = start.window.title
      program = start.window.program
      fill(start.identity)
      maxImages = start.limits.images
      priceDays = start.daysOfOldPrice
      if let past = start.past {
        (turns, images) = (past.turns, past.images)
        (totalUSD, totalIsIncomplete) = (past.cost.known.decimal, past.cost.unknown > 0)
        totalAtMostUSD = past.cost.unknown > 0 ? past.mostCost?.decimal : nil
      }
    case .waiting(let text, let most):
      self.event = "waiting"
      self.text = text
      atMostUSD = most?.decimal
    case .switched(let identity):
      self.event = "switch"
      fill(identity)
    case .movedUp(let move):
      self.event = "model"
      fill(move.to)
      text = move.sentence
      priceUSD = move.price.map(PriceJSON.init)
    case .notice(let text):
      self.event = "notice"
      self.text = text
    case .warning(let warning):
      self.event = "warning"
      fill(warning)
    case .turn(let report):
      self.event = "turn"
      fill(report)
    case .outline(let text):
      self.event = "outline"
      self.text = text
    case .plan(let steps):
      self.event = "plan"
      plan = steps.map(PlanJSON.init)
    case .ended(let end):
      self.event = "end"
      task = end.task.description
      outcome = end.outcome.word
      if case .model(let error) = end.outcome { resetsAt = error.resetsAt }
      text = end.sentence
      exitCode = end.outcome.exitCode.rawValue
      turns = end.turns
      totalUSD = end.total.decimal
      totalIsIncomplete = end.isTotalIncomplete
      totalAtMostUSD = end.isTotalIncomplete ? end.totalAtMost?.decimal : nil
      images = end.images
    }
  }

  private mutating func fill(_ identity: ModelIdentity) {
    mode = identity.mode.rawValue
    model = identity.model
    meter = identity.meter
  }

  private mutating func fill(_ warning: SpendingWarning) {
    text = warning.sentence
    percent = warning.percent
    limit = warning.key
    switch warning.limit {
    case .cap(let use): (limitUSD, spentUSD) = (use.limit.decimal, use.spent.decimal)
    case .money(let limit, let spent): (limitUSD, spentUSD) = (limit.decimal, spent.decimal)
    case .tokens(let limit, let used): (limitTokens, tokens) = (limit, used)
    }
  }

  private mutating func fill(_ report: TurnReport) {
    turn = report.number
    steps = report.steps.map(StepJSON.init)
    notRun = report.notRun
    repair = report.repair
    inputTokens = report.usage.totalInput
    cacheReadTokens = report.usage.cacheRead
    outputTokens = report.usage.output
    outlineTokens = report.outlineTokens
    images = report.images
    maxImages = report.limits.images
    milliseconds = Int(report.duration / .milliseconds(1))
    deltaUSD = report.delta.amount?.decimal
    totalUSD = report.total.decimal
    totalIsIncomplete = report.isTotalIncomplete
    totalAtMostUSD = report.isTotalIncomplete ? report.totalAtMost?.decimal : nil
  }
}

/// One step of a turn; what was typed is replaced by its length.
struct StepJSON: Encodable {
  var command: String
  var route: String?
  var effect: String
  var reason: String?

  init(_ report: StepReport) {
    command = report.command.redactedDescription
    route = report.route?.rawValue
    effect = report.effect.word.rawValue
    if case .refused(let error) = report.effect { reason = error.sentence }
  }
}

extension NanoDollars {
  /// The amount without its sign, exact: "0.00031".
  var decimal: String {
    description.replacing("$", with: "")
  }
}
