import CSecret
import Concurrency

/// The keys in the desktop's keyring, one for each host (`host` or `host:port`).
package actor SecretService {
  private let executor = QueueExecutor(label: "fazm-linux.secret-service")
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private static let schemaName = "io.github.fazm-linux.Credential"
  private static let attribute = "host"

  package init() {}

  /// The secret of a host; nil where none is stored, or nothing that stores secrets is running. The person may be
  /// asked to unlock the keyring.
  package func secret(for authority: String) throws(SecretServiceError) -> String? {
    do throws(SecretServiceError) {
      let found = try withAttributes(authority) { schema, attributes, error in
        guard let found = secret_password_lookupv_sync(schema, attributes, nil, error) else { return String?.none }
        defer { secret_password_free(found) }
        return String(cString: found)
      }
      // A keyring that stays locked answers as if it held nothing.
      if found == nil, try isStored(for: authority) { throw .locked }
      return found
    } catch {
      guard error == .notRunning else { throw error }
      return nil
    }
  }

  /// Whether there is a secret of a host, without unlocking the keyring that it may be in.
  package func isStored(for authority: String) throws(SecretServiceError) -> Bool {
    try withAttributes(authority) { schema, attributes, error in
      let items = secret_password_searchv_sync(schema, attributes, SECRET_SEARCH_NONE, nil, error)
      defer { g_list_free_full(items, g_object_unref) }
      return items != nil
    }
  }

  /// Keeps a credential for its host in the person's default keyring, in place of an earlier one.
  package func store(_ credential: Credential) throws(SecretServiceError) {
    let authority = credential.authority
    let isStored = try withAttributes(authority) { schema, attributes, error in
      secret_password_storev_sync(
        schema, attributes, SECRET_COLLECTION_DEFAULT, "fazm-linux: \(authority)", credential.secret, nil, error) != 0
    }
    guard isStored else { throw .locked }
  }

  /// Forgets the secret of a host; false where there was none.
  package func remove(for authority: String) throws(SecretServiceError) -> Bool {
    guard try isStored(for: authority) else { return false }
    let isRemoved = try withAttributes(authority) { schema, attributes, error in
      secret_password_clearv_sync(schema, attributes, nil, error) != 0
    }
    guard isRemoved else { throw .locked }
    return true
  }

  private typealias Failure = UnsafeMutablePointer<UnsafeMutablePointer<GError>?>

  /// The schema and attribute table that a call needs, freed after it. libsecret's usual calls are variadic, which
  /// Swift cannot import; those that take a hash table are not.
  private func withAttributes<Result>(
    _ authority: String, _ body: (UnsafeMutablePointer<SecretSchema>?, OpaquePointer?, Failure) -> Result
  ) throws(SecretServiceError) -> Result {
    var failure: UnsafeMutablePointer<GError>?
    let result = Self.attribute.withCString { name in
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
        return body(schema, attributes, &failure)
      }
    }
    guard let failure else { return result }
    defer { g_error_free(failure) }
    throw SecretServiceError(failure.pointee)
  }
}

extension SecretServiceError {
  fileprivate init(_ error: GError) {
    let code = UInt32(bitPattern: error.code)
    self =
      switch error.domain {
      case secret_error_get_quark()
      where [SECRET_ERROR_IS_LOCKED, SECRET_ERROR_NO_SUCH_OBJECT].map(\.rawValue).contains(code):
        .locked
      case g_dbus_error_quark()
      where [G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER].map(\.rawValue).contains(code):
        .notRunning
      case g_io_error_quark(): .notRunning
      default: .failed(reason: ServerText.clean(error.message.map { String(cString: $0) } ?? "it said nothing"))
      }
  }
}
