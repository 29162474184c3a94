import Foundation

/// The lines that `claude` reads with `--input-format stream-json`.
enum ClaudeInput {
  /// What the user says; nil where a block is not JSON.
  static func message(_ parts: [Message.Part]) -> Data? {
    let blocks = parts.filter { !$0.isBlank }.map { Block($0) }
    return try? encoder.encode(UserLine(message: UserLine.Content(content: blocks)))
  }

  static let interrupt = Data(
    #"{"type":"control_request","request_id":"interrupt","request":{"subtype":"interrupt"}}"#.utf8)

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  private struct UserLine: Encodable {
    var type = "user"
    var message: Content
    /// The text is taken as it stands: it holds what programs show, and an @ or a / in it is no command.
    var clientComposed = true

    enum CodingKeys: String, CodingKey {
      case type, message
      case clientComposed = "client_composed"
    }

    struct Content: Encodable {
      var role = "user"
      var content: [Block]
    }
  }
}
