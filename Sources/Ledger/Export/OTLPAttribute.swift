/// A named value as OTLP writes it in JSON: integers of 64 bits are strings there.
struct OTLPAttribute: Encodable, Hashable {
  enum Value: Hashable {
    case string(String)
    case integer(Int64)
    case strings([String])
  }

  var key: String
  var value: Value

  init(_ key: String, _ value: Value) {
    self.key = key
    self.value = value
  }

  /// Nil where there is no value, since an attribute that is not known is left out.
  init?(_ key: String, _ text: String?) {
    guard let text else { return nil }
    self.init(key, .string(text))
  }

  init?(_ key: String, _ number: Int?) {
    guard let number else { return nil }
    self.init(key, .integer(Int64(number)))
  }
}

extension OTLPAttribute.Value: Encodable {
  private enum CodingKeys: String, CodingKey {
    case stringValue, intValue, arrayValue, values
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .string(let text): try container.encode(text, forKey: .stringValue)
    case .integer(let number): try container.encode(String(number), forKey: .intValue)
    case .strings(let texts):
      var list = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .arrayValue)
      try list.encode(texts.map(OTLPAttribute.Value.string), forKey: .values)
    }
  }
}
