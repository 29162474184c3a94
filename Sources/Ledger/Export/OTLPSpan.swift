import Foundation
import Model

/// A turn as a span of OpenTelemetry: a call of a model, in the trace of its task.
struct OTLPSpan: Encodable, Hashable {
  var traceId: String
  var spanId: String
  var name: String
  /// 3: a client.
  var kind = 3
  /// Nanoseconds since 1970, as a string.
  var startTimeUnixNano: String
  var endTimeUnixNano: String
  var attributes: [OTLPAttribute]
  var status: Status?

  struct Status: Encodable, Hashable {
    /// 2: an error.
    var code = 2
    var message: String?
  }

  /// Nil while the call is under way, since a span has an end.
  init?(_ turn: TurnRecord) {
    guard turn.state != .started else { return nil }
    // A ULID has the 128 bits that a trace's name has. Of a turn's, the last 64 are chance.
    traceId = turn.task.ulid.hexadecimal
    spanId = String(turn.id.ulid.hexadecimal.suffix(16))
    name = "chat \(turn.requestedModel)"
    let start = Int64((turn.started.timeIntervalSince1970 * 1000).rounded())
    startTimeUnixNano = "\(start * 1_000_000)"
    endTimeUnixNano = "\((start + Int64(turn.milliseconds ?? 0)) * 1_000_000)"
    attributes = Self.attributes(of: turn)
    status = turn.error.map { Status(message: $0) }
  }

  private static func attributes(of turn: TurnRecord) -> [OTLPAttribute] {
    let server = turn.server
    return [
      OTLPAttribute("gen_ai.operation.name", "chat"),
      OTLPAttribute("gen_ai.provider.name", turn.mode.provider),
      OTLPAttribute("gen_ai.conversation.id", turn.task.description),
      OTLPAttribute("gen_ai.request.model", turn.requestedModel),
      OTLPAttribute("gen_ai.response.model", turn.resolvedModel),
      turn.stopReason.map { OTLPAttribute("gen_ai.response.finish_reasons", .strings([$0])) },
      // The conventions count what caches served and took as input, which Anthropic's field does not.
      OTLPAttribute("gen_ai.usage.input_tokens", turn.usage.totalInput),
      OTLPAttribute("gen_ai.usage.cache_read.input_tokens", turn.usage.cacheRead),
      OTLPAttribute("gen_ai.usage.cache_creation.input_tokens", turn.usage.cacheWrite),
      OTLPAttribute("gen_ai.usage.output_tokens", turn.usage.output),
      OTLPAttribute("gen_ai.usage.reasoning.output_tokens", turn.usage.thinking),
      OTLPAttribute("server.address", server?.host),
      OTLPAttribute("server.port", server?.port),
      OTLPAttribute("error.type", turn.error),
      OTLPAttribute("http.response.status_code", turn.httpStatus),
      // The conventions have no cost.
      OTLPAttribute("fazm_linux.billing_mode", turn.mode.rawValue),
      OTLPAttribute("fazm_linux.turn", turn.number),
      OTLPAttribute("fazm_linux.cost.source", turn.cost.source),
      turn.cost.amount.map { OTLPAttribute("fazm_linux.cost.nano_usd", .integer($0.rawValue)) },
      OTLPAttribute("fazm_linux.images", turn.images),
      OTLPAttribute("fazm_linux.retries", turn.retries),
    ].compactMap(\.self)
  }
}

extension TurnRecord {
  /// A word for why there was no reply; nil where there was one.
  fileprivate var error: String? {
    switch state {
    case .started, .finished: nil
    case .failed, .interrupted: errorType ?? state.rawValue
    }
  }

  /// The host that was asked, and its port where it is not the scheme's own; the schemes in use have 443.
  fileprivate var server: (host: String, port: Int)? {
    guard let host, let url = URL(string: "https://\(host)"), let name = url.host() else { return nil }
    return (name, url.port ?? 443)
  }
}

extension BillingMode {
  /// Whose conventions the calls follow.
  fileprivate var provider: String {
    switch self {
    case .api, .endpoint, .subscription: "anthropic"
    case .acp: "acp"
    case .offline: "fazm_linux"
    }
  }
}
