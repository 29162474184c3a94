import Foundation

/// What makes an `ANTHROPIC_BASE_URL` usable, and safe to send screens and credentials to.
enum BaseURL {
  /// Reads the URL as a person writes it: a slash or `/v1` at its end changes nothing.
  static func parse(_ text: String) throws(ConnectionError) -> URL {
    guard var parts = URLComponents(string: text.trimmingCharacters(in: .whitespacesAndNewlines)),
      ["http", "https"].contains(parts.scheme?.lowercased()), parts.host?.isEmpty == false,
      parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
    else { throw .invalidBaseURL }
    parts.scheme = parts.scheme?.lowercased()
    var path = parts.path
    while path.hasSuffix("/") { path.removeLast() }
    if path.hasSuffix("/v1") { path.removeLast(3) }
    parts.path = path
    guard let url = parts.url else { throw .invalidBaseURL }
    return url
  }
}
