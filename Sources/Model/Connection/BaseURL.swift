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

  /// Whether the host is this machine, by its name or address alone.
  static func isLoopback(_ url: URL) -> Bool {
    guard let host = url.host()?.lowercased() else { return false }
    if host == "localhost" || host == "::1" || host == "[::1]" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }

  /// URLSession uses the proxy of the environment even for this machine's own addresses, and the proxy would then see
  /// every screen and credential that was meant to stay here.
  static func checkLoopbackProxy(_ url: URL, environment: [String: String]) throws(ConnectionError) {
    guard isLoopback(url), let host = url.host()?.lowercased() else { return }
    let variables = url.scheme == "https" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
    let proxies = (variables + ["all_proxy", "ALL_PROXY"]).filter { environment[$0]?.isEmpty == false }
    guard let proxy = proxies.first else { return }
    let exceptions = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
    let names = exceptions.lowercased().split { $0 == "," || $0 == " " }
    guard names.contains(where: { $0 == "*" || $0 == host }) else {
      throw .loopbackThroughProxy(host: host, variable: proxy)
    }
  }
}
