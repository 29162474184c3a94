import Foundation

/// One thing to be sent to a server, as a POST.
package struct HTTPRequest: Sendable {
  package var url: URL
  package var headers: [(name: String, value: String)]
  package var body: Data

  package init(_ url: URL, headers: [(name: String, value: String)], body: Data) {
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// What a server answered, whatever its status.
package struct HTTPAnswer: Sendable {
  package let status: Int
  package let body: Data
  private let headers: [String: String]

  init(status: Int, headers: [String: String], body: Data) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of a header, whatever the case of its name.
  package func header(_ name: String) -> String? { headers[name.lowercased()] }
}

/// Why there is no answer.
package enum HTTPError: Error, Sendable, Hashable {
  /// The surrounding task was cancelled.
  case cancelled
  /// The request was sent, and the time was over before its answer was there.
  case timedOut
  /// The request was sent, or a part of it, and the connection ended before its answer was there.
  case brokenOff(reason: String)
  /// Nothing that is trusted vouches for the server's certificate.
  case untrusted(reason: String)
  /// The file of trusted certificates cannot be read, or holds none.
  case unusableCertificates(path: String)
  /// Nothing was sent.
  case unreachable(reason: String)

  /// In words.
  package var reason: String {
    switch self {
    case .cancelled: "it was cancelled"
    case .timedOut: "it gave no answer in time"
    case .untrusted(let reason), .brokenOff(let reason), .unreachable(let reason): reason
    case .unusableCertificates(let path): "the certificates in \(path) cannot be used"
    }
  }
}

extension URL {
  /// Whether the host is this machine, by its name or address alone.
  package var isLoopback: Bool {
    guard let host = host()?.lowercased() else { return false }
    if host == "localhost" || host == "::1" || host == "[::1]" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }
}
