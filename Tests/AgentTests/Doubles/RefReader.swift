/// Reads refs from what a model is shown, as a model does.
enum RefReader {
  /// `text` with every `{name}` replaced by the ref that stands before that name last in `screens`.
  static func filled(_ text: String, from screens: String) -> String {
    text.replacing(/\{([^}]+)\}/) { match in ref(of: String(match.output.1), in: screens) ?? String(match.output.0) }
  }

  static func ref(of name: String, in screens: String) -> String? {
    let refs = screens.matches(of: /\b([berxmictosadg][0-9]+)[+*!?\-]*(?:="[^"\n]*")? "?/)
    return refs.last { screens[$0.range.upperBound...].hasPrefix(name) }.map { String($0.output.1) }
  }
}
