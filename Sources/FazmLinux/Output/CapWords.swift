import Agent
import Ledger
import Model

// What a person is told about caps.

extension CapUse {
  /// "the cap of $10.00 in all for billing mode api"
  var name: String {
    let period =
      switch cap.period {
      case .today: "a day"
      case .thisMonth: "a month"
      case .ever: "in all"
      }
    return "the cap of \(limit) \(period)" + (cap.mode.map { " for billing mode \($0.rawValue)" } ?? "")
  }

  /// That the next call could go above it; `nextCall` is nil where that call has no price.
  func reached(nextCall: NanoDollars?) -> String {
    guard nextCall != nil else {
      return "\(name.capitalizedFirst) cannot be kept, because the model's price is unknown."
    }
    let others = underWay > .zero ? ", \(underWay) at most is being spent by other tasks" : ""
    return "\(name.capitalizedFirst) is reached: \(spent) is spent\(others), and the next call could go above it."
  }
}

extension SpendingWarning {
  var sentence: String {
    switch limit {
    case .cap(let use): "\(percent) % of \(use.name) is used: \(use.spent.short) of \(use.limit)."
    case .money(let limit, let spent): "\(percent) % of this task's budget is used: \(spent.short) of \(limit)."
    case .tokens(let limit, let used): "\(percent) % of this task's budget is used: \(used) of \(limit) tokens."
    }
  }

  /// What the configuration calls the limit.
  var key: String {
    switch limit {
    case .cap(let use): use.cap.key
    case .money: "budget-usd"
    case .tokens: "budget-tokens"
    }
  }
}

extension CapQuestion {
  var sentence: String { use.reached(nextCall: nextCall) }
}

extension CapChoice {
  /// What `--json`, its answers and the configuration call it.
  var word: String {
    switch self {
    case .goOn: "go-on"
    case .stop: "stop"
    case .switchTo(let mode): "switch:\(mode.rawValue)"
    }
  }

  /// What a person reads.
  func label(for question: CapQuestion) -> String {
    switch self {
    case .goOn: question.nextLimit.map { "go on, up to \($0)" } ?? "go on without the cap"
    case .stop: "stop"
    case .switchTo(let mode): "go on with \(mode.rawValue)"
    }
  }
}

extension OnCap {
  /// Nil for what is none of stop, ask and switch:MODE.
  init?(_ word: String) {
    switch word {
    case "ask": self = .ask
    case "stop": self = .stop
    default:
      guard word.hasPrefix("switch:"), let mode = BillingMode(rawValue: String(word.dropFirst(7))) else { return nil }
      self = .switchTo(mode)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
