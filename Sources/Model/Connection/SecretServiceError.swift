/// Why the desktop's keyring could not be used, each with what a person can do about it.
package enum SecretServiceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing on the session bus keeps secrets, or there is no session bus.
  case notRunning
  /// The keyring is locked, and the person did not unlock it, or could not be asked to.
  case locked
  case failed(reason: String)

  package var description: String {
    switch self {
    case .notRunning:
      "Nothing on this desktop keeps secrets: install and start a keyring (gnome-keyring, KWallet or KeePassXC), or set ANTHROPIC_API_KEY instead."
    case .locked:
      "The keyring is locked: unlock it (log in to the desktop, or use its own program), then try again."
    case .failed(let reason): "The keyring could not be used (\(reason)): look after it with its own program."
    }
  }
}
