import CSecret
import Concurrency

/// The keys in the desktop's keyring, one for each host.
package actor SecretService {
  private let executor = QueueExecutor(label: "fazm-linux.secret-service")
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private static let schemaName = "io.github.fazm-linux.Credential"
  private static let attribute = "host"

  package init() {}

  /// The secret of a host (`host` or `host:port`); nil where none is stored, or nothing that stores secrets is running.
  package func secret(for authority: String) -> String? {
    withAttributes(authority) { schema, attributes in
      guard let found = secret_password_lookupv_sync(schema, attributes, nil, nil) else { return nil }
      defer { secret_password_free(found) }
      return String(cString: found)
    }
  }

  /// Keeps the secret of a host in the person's default keyring, in place of an earlier one. False where nothing
  /// stores secrets, or the person did not unlock the keyring.
  package func store(_ secret: String, for authority: String) -> Bool {
    withAttributes(authority) { schema, attributes in
      secret_password_storev_sync(
        schema, attributes, SECRET_COLLECTION_DEFAULT, "fazm-linux: \(authority)", secret, nil, nil) != 0
    }
  }

  /// Forgets the secret of a host; false where there was none.
  package func remove(for authority: String) -> Bool {
    withAttributes(authority) { schema, attributes in
      secret_password_clearv_sync(schema, attributes, nil, nil) != 0
    }
  }

  /// The schema and attribute table that a call needs, freed after it. libsecret's usual calls are variadic, which
  /// Swift cannot import; those that take a hash table are not.
  private func withAttributes<Result>(
    _ authority: String, _ body: (UnsafeMutablePointer<SecretSchema>?, OpaquePointer?) -> Result
  ) -> Result {
    Self.attribute.withCString { name in
      authority.withCString { value in
        let types = g_hash_table_new(g_str_hash, g_str_equal)
        let attributes = g_hash_table_new(g_str_hash, g_str_equal)
        defer {
          g_hash_table_unref(types)
          g_hash_table_unref(attributes)
        }
        // The types are numbers in the place of pointers, and a string is 0.
        g_hash_table_insert(types, UnsafeMutableRawPointer(mutating: name), nil)
        g_hash_table_insert(
          attributes, UnsafeMutableRawPointer(mutating: name), UnsafeMutableRawPointer(mutating: value))
        let schema = secret_schema_newv(Self.schemaName, SECRET_SCHEMA_NONE, types)
        defer { secret_schema_unref(schema) }
        return body(schema, attributes)
      }
    }
  }
}
