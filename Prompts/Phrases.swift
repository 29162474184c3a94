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
    values.reduce(templates[key.rawValue] ?? key.rawValue) { sentence, value in
      sentence.replacing("{\(value.key)}", with: value.value)
    }
  }
}
