import Foundation

/// How a program that answers for the model is told to trust a certificate authority of the person's own.
package enum TrustedCertificates {
  /// Throws where there is no such file, or no certificate in PEM form in it.
  package static func check(_ path: String?) throws(ModelError) {
    _ = try variables(path)
  }

  /// The variables that programs in Node and Bun, and those that use OpenSSL, read; none where `path` is nil. Throws where
  /// the file holds no certificates, because such programs pass over that and then trust nobody that they should.
  static func variables(_ path: String?) throws(ModelError) -> [String: String] {
    guard let path else { return [:] }
    // They work in a folder of their own.
    let file = URL(fileURLWithPath: path)
    guard let data = try? Data(contentsOf: file), data.range(of: Data("-----BEGIN CERTIFICATE-----".utf8)) != nil else {
      throw .unusableCertificates(path: path)
    }
    return ["NODE_EXTRA_CA_CERTS": file.path, "SSL_CERT_FILE": file.path]
  }
}
