import Foundation

/// A certificate authority that nobody trusts, made for one test, and a server's certificate from it.
package final class TestAuthority: Sendable {
  private let folder: TemporaryFolder

  /// The authority's own certificate, in PEM form.
  package var certificate: URL { folder.url.appending(path: "ca.pem") }
  /// The server's key and certificate.
  var server: URL { folder.url.appending(path: "server.pem") }

  /// `hosts` are the names that the server may go by, besides this machine's own.
  package init(hosts: [String] = []) throws {
    folder = try TemporaryFolder()
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    try openssl(
      ["req", "-x509", "-subj", "/CN=Authority \(UUID().uuidString)", "-keyout", "ca.key", "-out", "ca.pem"] + key)
    let names = (["localhost"] + hosts).map { "DNS:\($0)" } + ["IP:127.0.0.1"]
    try openssl(
      ["req", "-x509", "-CA", "ca.pem", "-CAkey", "ca.key", "-subj", "/CN=Test server"] + key
        + ["-keyout", "server.pem", "-out", "certificate.pem", "-addext", "basicConstraints=CA:FALSE"]
        + ["-addext", "subjectAltName=" + names.joined(separator: ",")])
    let both = try ["server.pem", "certificate.pem"].map { try Data(contentsOf: folder.url.appending(path: $0)) }
    try both.reduce(Data(), +).write(to: server)
  }

  private func openssl(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardError = FileHandle.nullDevice
    try process.runWithSignalsUnblocked()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw HarnessError.failed("openssl \(arguments[0]) failed.") }
  }
}
