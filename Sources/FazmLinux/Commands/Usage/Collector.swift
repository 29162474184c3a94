import Foundation
import HTTP
import Ledger

/// An OpenTelemetry collector that a person named.
struct Collector {
  /// Where it is, for people.
  let host: String
  private let url: URL
  private let headers: [(name: String, value: String)]

  /// Takes an address with or without the path of OTLP's traces.
  init(_ address: String, environment: [String: String]) throws {
    guard let url = URL(string: address), let host = url.host(), ["http", "https"].contains(url.scheme?.lowercased()),
      url.user() == nil, url.query() == nil, url.fragment() == nil
    else {
      throw Failure(
        .usage, "--otlp takes the address of a collector such as http://localhost:4318, not \"\(address)\".")
    }
    let isWhole = url.path().hasSuffix("/v1/traces")
    self.url = isWhole ? url : url.appending(path: "v1/traces")
    self.host = url.port.map { "\(host):\($0)" } ?? host
    headers = try Self.headers(environment["OTEL_EXPORTER_OTLP_HEADERS"] ?? "")
    guard headers.isEmpty || url.scheme?.lowercased() == "https" || url.isLoopback else {
      throw Failure(
        .usage, "OTEL_EXPORTER_OTLP_HEADERS are never sent unencrypted: use https:// for \(host), or unset them.")
    }
  }

  /// Sends the spans. Throws when the collector did not take all of them.
  func send(_ traces: OTLPTraces) async throws {
    let request = HTTPRequest(url, headers: [("content-type", "application/json")] + headers, body: try traces.json())
    let answer: HTTPAnswer
    do {
      answer = try await HTTPClient(timeout: .seconds(30), certificates: Locations.certificates).send(request)
    } catch {
      throw Failure(.unreachable, "The collector at \(host) cannot be reached: \(error.reason)")
    }
    guard (200..<300).contains(answer.status) else {
      throw Failure(
        .badRequest, "The collector at \(host) answered with status \(answer.status): check its address and headers.")
    }
    // A collector that takes everything may answer with nothing.
    let rejected =
      (try? JSONDecoder().decode(Answer.self, from: answer.body))?.partialSuccess?.rejectedSpans?.count ?? 0
    guard rejected == 0 else {
      throw Failure(.badRequest, "The collector at \(host) refused \(rejected) of \(traces.count) turns.")
    }
  }

  /// Pairs as the OpenTelemetry specification has them; values may be percent-encoded.
  private static func headers(_ text: String) throws -> [(name: String, value: String)] {
    try text.split(separator: ",").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, let value = parts[1].removingPercentEncoding else {
        throw Failure(.usage, "OTEL_EXPORTER_OTLP_HEADERS must be name=value pairs with commas between them.")
      }
      return (parts[0], value)
    }
  }

  private struct Answer: Decodable {
    var partialSuccess: Partial?

    struct Partial: Decodable {
      var rejectedSpans: Count?
    }

    /// A 64-bit integer, which OTLP writes as a string and some servers as a number.
    struct Count: Decodable {
      var count: Int

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          count = number
        } else {
          count = Int(try container.decode(String.self)) ?? 0
        }
      }
    }
  }
}
