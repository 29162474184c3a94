import Foundation

/// Turns as OpenTelemetry's own exchange format, OTLP in JSON: tokens, times and costs, and nothing of what was said.
package struct OTLPTraces: Encodable, Sendable {
  private let resourceSpans: [ResourceSpans]

  /// As many turns a batch, in their order; turns that are under way are left out.
  package static func batches(of turns: [TurnRecord], size: Int, version: String) -> [OTLPTraces] {
    let spans = turns.compactMap(OTLPSpan.init)
    return stride(from: 0, to: spans.count, by: size).map { start in
      OTLPTraces(Array(spans[start..<min(start + size, spans.count)]), version: version)
    }
  }

  /// In one line, without a newline.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  /// How many spans it holds.
  package var count: Int { resourceSpans.flatMap(\.scopeSpans).map(\.spans.count).reduce(0, +) }

  private init(_ spans: [OTLPSpan], version: String) {
    let service = [
      OTLPAttribute("service.name", .string("fazm-linux")), OTLPAttribute("service.version", .string(version)),
    ]
    resourceSpans = [
      ResourceSpans(
        resource: Resource(attributes: service),
        scopeSpans: [ScopeSpans(scope: Scope(name: "fazm-linux", version: version), spans: spans)])
    ]
  }

  private struct ResourceSpans: Encodable {
    var resource: Resource
    var scopeSpans: [ScopeSpans]
  }

  private struct Resource: Encodable {
    var attributes: [OTLPAttribute]
  }

  private struct ScopeSpans: Encodable {
    var scope: Scope
    var spans: [OTLPSpan]
  }

  private struct Scope: Encodable {
    var name: String
    var version: String
  }
}
