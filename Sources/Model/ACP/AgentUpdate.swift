import Foundation

/// A `session/update` of an agent, as far as it matters here.
enum AgentUpdate: Sendable, Hashable {
  /// A piece of its answer.
  case words(String)
  /// It uses a tool of its own.
  case tool(title: String)
  /// What its session has cost so far.
  case cost(amount: Double, currency: String)

  /// What it says of its plan's limit.
  case limit(PlanLimit)

  /// Nil for thoughts, plans and whatever else there is, and for another session.
  init?(_ params: JSONValue, session: String) {
    guard params["sessionId"]?.string == session, let update = params["update"] else { return nil }
    switch update["sessionUpdate"]?.string {
    case "agent_message_chunk":
      guard update["content"]?["type"]?.string == "text", let text = update["content"]?["text"]?.string else {
        return nil
      }
      self = .words(text)
    case "tool_call": self = .tool(title: ServerText.clean(update["title"]?.string ?? "a tool", limit: 80))
    case "usage_update":
      if let limit = update["_meta"]?["_claude/rateLimit"] {
        self = .limit(PlanLimit(limit))
      } else if let amount = update["cost"]?["amount"]?.double, let currency = update["cost"]?["currency"]?.string {
        self = .cost(amount: amount, currency: currency.uppercased())
      } else {
        return nil
      }
    default: return nil
    }
  }
}
