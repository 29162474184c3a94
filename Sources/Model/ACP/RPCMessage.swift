import Foundation

/// A line of JSON-RPC 2.0 that an agent prints.
enum RPCMessage: Sendable, Hashable {
  case response(id: Int, Result<JSONValue, RPCError>)
  /// The agent wants something; its id may be of any kind.
  case request(id: JSONValue, method: String, params: JSONValue)
  case notification(method: String, params: JSONValue)

  /// Nil for what is no such message.
  init?(_ line: Data) {
    guard let json = try? JSONDecoder().decode(JSONValue.self, from: line), case .object = json else { return nil }
    let params = json["params"] ?? .null
    switch (json["method"]?.string, json["id"]) {
    case (let method?, let id?) where id != .null: self = .request(id: id, method: method, params: params)
    case (let method?, _): self = .notification(method: method, params: params)
    case (nil, .integer(let id)?):
      if let error = json["error"], error != .null {
        self = .response(id: id, .failure(RPCError(error)))
      } else {
        self = .response(id: id, .success(json["result"] ?? .null))
      }
    default: return nil
    }
  }
}

/// What an agent answers instead of a result.
struct RPCError: Error, Sendable, Hashable {
  /// The agent wants a login first.
  static let authenticationRequired = -32000

  /// One of JSON-RPC's own, or an HTTP status.
  let code: Int?
  /// Its word for what went wrong, where it has one: "rate_limit", "billing_error".
  let kind: String?
  /// Its words, with the details that it gives.
  let message: String
  /// An error of the Messages API that it quotes.
  let quoted: APIError?

  init(_ json: JSONValue) {
    code = json["code"].flatMap { if case .integer(let code) = $0 { code } else { nil } }
    kind = json["data"]?["errorKind"]?.string
    let details = json["data"]?["details"] ?? json["data"]?["message"] ?? json["data"]
    let words = [json["message"]?.string, details?.string].compactMap(\.self).filter { !$0.isEmpty }
    message = ServerText.clean(words.joined(separator: ": "))
    quoted = words.lazy.compactMap { APIError(quotedIn: $0) }.first
  }
}

/// The lines of JSON-RPC 2.0 that an agent reads.
enum RPCLine {
  static func request(id: Int, _ method: String, _ params: JSONValue) -> Data {
    line(["id": .integer(id), "method": .string(method), "params": params])
  }

  static func notification(_ method: String, _ params: JSONValue) -> Data {
    line(["method": .string(method), "params": params])
  }

  static func result(_ result: JSONValue, for id: JSONValue) -> Data {
    line(["id": id, "result": result])
  }

  /// Says that what was asked for is not to be had here.
  static func refusal(of method: String, for id: JSONValue) -> Data {
    line(["id": id, "error": .object(["code": .integer(-32601), "message": .string("\(method) is not available")])])
  }

  private static func line(_ members: [String: JSONValue]) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = JSONValue.object(members.merging(["jsonrpc": .string("2.0")]) { $1 })
    // Only a number that is not finite could fail, and none of ours is a fraction.
    return (try? encoder.encode(json)) ?? Data()
  }
}
