/// The sentences of one file under `Prompts/`, a line each: `key: words with {placeholders}`.
///
/// `Key` lists the keys that code asks for; a test holds the file and the list together.
package struct Phrases<Key: RawRepresentable & Hashable & Sendable>: Sendable where Key.RawValue == String {
  /// The lines as written, by key.
  package let templates: [String: String]

  init(file: [UInt8]) {
    var templates: [String: String] = [:]
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      templates[String(line[..<colon])] = line[line.index(after: colon)...].drop { $0 == " " }.description
    }
    self.templates = templates
  }

  /// The sentence for `key`, with each `{name}` replaced by its value.
  package func callAsFunction(_ key: Key, _ values: KeyValuePairs<String, String> = [:]) -> String {
    let values = Dictionary(values.map { ($0.key, $0.value) }) { first, _ in first }
    return Self.fill(templates[key.rawValue] ?? key.rawValue, values)
  }

  /// One pass over the template alone: a value comes from a screen or a reply, and a `{name}` in it is
  /// text, not a place to fill.
  private static func fill(_ template: String, _ values: [String: String]) -> String {
    var sentence = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      sentence += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      if let value = values[String(rest[rest.index(after: open)..<close])] {
        sentence += value
        rest = rest[rest.index(after: close)...]
      } else {
        sentence.append(rest.removeFirst())
      }
    }
    return sentence + rest
  }
}
