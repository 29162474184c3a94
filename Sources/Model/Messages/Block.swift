import Foundation

/// One content block of a request.
struct Block: Encodable {
  var part: Message.Part
  /// Whether the server is asked to cache everything up to here, for five minutes.
  var isCacheable = false

  init(_ part: Message.Part) {
    self.part = part
  }

  /// Fewer tokens than the block has, whatever the tokenizer: a text has about four bytes to a token, and an image a
  /// token to each patch of 28 × 28 pixels, which a server may scale down to 1568 of them.
  var leastTokens: Int {
    switch part {
    case .text(let text): text.utf8.count / 5
    case .image(_, let width, let height): min(ImageTokens.count(width: width, height: height), 1568) / 2
    case .opaque: 0
    }
  }

  private enum CodingKeys: String, CodingKey {
    case type, text, source
    case cacheControl = "cache_control"
  }

  private struct Source: Encodable {
    var type = "base64"
    var mediaType = "image/png"
    var data: String

    enum CodingKeys: String, CodingKey {
      case type, data
      case mediaType = "media_type"
    }
  }

  func encode(to encoder: any Encoder) throws {
    if case .opaque(let json) = part {
      try JSONDecoder().decode(JSONValue.self, from: Data(json)).encode(to: encoder)
      return
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch part {
    case .text(let text):
      try container.encode("text", forKey: .type)
      try container.encode(text, forKey: .text)
    case .image(let png, _, _):
      try container.encode("image", forKey: .type)
      try container.encode(Source(data: Data(png).base64EncodedString()), forKey: .source)
    case .opaque: break
    }
    if isCacheable { try container.encode(["type": "ephemeral"], forKey: .cacheControl) }
  }
}
