import Model
import Outline

/// A server's prompt cache, as Anthropic describes it: what a request shares with an earlier one up to where that was
/// marked, which is its end, is read from the cache; the rest is written to it. Turns come within five minutes.
struct PromptCache {
  /// In tokens; a shorter request is not cached. Nil for a server without a cache.
  let shortest: Int?
  private var known: [ModelRequest] = []

  init(shortest: Int?) {
    self.shortest = shortest
  }

  /// What the server would report.
  mutating func usage(of request: ModelRequest, answeredWith reply: Message) -> Usage {
    let total = Self.tokens(in: request)
    var usage = Usage(input: total, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: Self.tokens(in: reply))
    guard let shortest, total >= shortest else { return usage }
    let shared = known.filter { $0.system == request.system && request.messages.starts(with: $0.messages) }
    let read = shared.max { $0.messages.count < $1.messages.count }.map(Self.tokens) ?? 0
    (usage.input, usage.cacheRead, usage.cacheWrite5m) = (0, read, total - read)
    known.append(request)
    return usage
  }

  private static func tokens(in request: ModelRequest) -> Int {
    request.messages.reduce(TokenEstimate.tokens(in: request.system)) { $0 + tokens(in: $1) }
  }

  private static func tokens(in message: Message) -> Int {
    message.parts.reduce(4) { sum, part in
      if case .text(let text) = part { sum + TokenEstimate.tokens(in: text) } else { sum }
    }
  }
}
