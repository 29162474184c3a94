import Foundation

/// A request that a `MessagesServer` received.
package struct RecordedRequest: Sendable {
  package let method: String
  package let path: String
  /// By their names in lower case.
  package let headers: [String: String]
  /// As it was sent.
  package let text: String
  package let body: JSON

  init(line: some DataProtocol) throws {
    let record = try JSONDecoder().decode(Line.self, from: Data(line))
    method = record.method
    path = record.path
    headers = record.headers
    text = record.body
    body = record.body.isEmpty ? .null : try JSONDecoder().decode(JSON.self, from: Data(record.body.utf8))
  }

  /// The texts of the last message, a line each: what the model was just told.
  package var lastMessage: String {
    (body["messages"].array.last?["content"].array ?? []).compactMap(\.["text"].string).joined(separator: "\n")
  }

  /// How many images the whole request holds.
  package var images: Int {
    body["messages"].array.flatMap(\.["content"].array).count { $0["type"] == "image" }
  }

  private struct Line: Decodable {
    var method: String
    var path: String
    var headers: [String: String]
    var body: String
  }
}
