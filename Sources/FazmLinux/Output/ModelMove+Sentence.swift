import Agent
import Model

extension ModelMove {
  /// What a person is told.
  var sentence: String {
    "\(from) \(reason.words): \(to.model) takes over (\(price?.words ?? "price unknown"))."
  }
}

extension ModelMove.Reason {
  fileprivate var words: String {
    switch self {
    case .unusableReplies: "answered twice with what could not be used"
    case .noEffect: "did nothing twice in a row"
    case .gaveUp(let why): "gave up (\(why))"
    case .unknown: "is not known to the server"
    }
  }
}

extension Price {
  /// For people: "$0.10 in, $0.50 out per million tokens".
  var words: String {
    "\(perMillion(input)) in, \(perMillion(output)) out per million tokens"
  }
}

/// A price as `--json` prints it: dollars for a million tokens, as exact decimal strings.
struct PriceJSON: Encodable {
  var input: String
  var output: String

  init(_ price: Price) {
    input = perMillion(price.input).decimal
    output = perMillion(price.output).decimal
  }
}

/// A thousandth of a price in dollars per million tokens is one in nano-dollars per token.
private func perMillion(_ each: NanoDollars) -> NanoDollars {
  NanoDollars(rawValue: each.rawValue * 1_000_000)
}
