import MessageBus

/// A session of the RemoteDesktop portal: leave to press keys, as the person gave it.
///
/// When its connection ends, however it ends, the portal closes the session and lets go of what it holds.
final class RemoteDesktop {
  static let bus = "org.freedesktop.portal.Desktop"
  static let path = "/org/freedesktop/portal/desktop"
  static let interface = "org.freedesktop.portal.RemoteDesktop"
  /// How long the portal may take for what it does not ask the person. It may have to be started first.
  static let timeout = Duration.seconds(10)

  private let connection: Connection
  private let session: String
  private let closing: Subscription
  private let state: State

  /// Has the person asked, unless `token` stands for leave that was given before, and waits for the answer.
  init(_ connection: Connection, token: RestoreToken, within limit: Duration) throws(InputError) {
    self.connection = connection
    let created = try PortalRequest(
      connection: connection, method: "CreateSession", options: ["session_handle_token": .string("fazm_linux")]
    ).answer(within: Self.timeout)
    guard let session = created?["session_handle"]?.string, session.hasPrefix("\(Self.path)/session/") else {
      throw .portalFailed("it named no session")
    }
    self.session = session
    let state = State()
    self.state = state
    closing = Subscription(connection, interface: Self.sessionInterface, path: session) { signal in
      if signal.name == "Closed" { state.isClosed = true }
    }
    do throws(InputError) {
      try begin(token, within: limit)
    } catch {
      close()
      throw error
    }
  }

  /// Fails where there is no portal, or it has no keyboard to give.
  static func check(_ connection: Connection) throws(InputError) {
    guard try property("AvailableDeviceTypes", connection) & keyboard != 0 else { throw .noPortal }
  }

  /// Presses or releases the key of a keysym.
  func notify(_ keysym: Keysym, isPressed: Bool) throws(InputError) {
    guard !isClosed else { throw .keysWithdrawn }
    let call = Call(
      bus: Self.bus, path: Self.path, interface: Self.interface, method: "NotifyKeyboardKeysym",
      arguments: [
        .objectPath(session), .dictionary([:]), .int32(Int32(truncatingIfNeeded: keysym.rawValue)),
        .uint32(isPressed ? 1 : 0),
      ])
    do throws(CallFailure) {
      // One after the other: a portal may deal with calls that are on the way together in any order.
      _ = try connection.call(call, timeout: Self.timeout)
    } catch {
      throw isClosed ? .keysWithdrawn : InputError(error)
    }
  }

  func close() {
    let call = Call(bus: Self.bus, path: session, interface: Self.sessionInterface, method: "Close")
    _ = try? connection.call(call, timeout: Self.timeout)
  }

  private func begin(_ token: RestoreToken, within limit: Duration) throws(InputError) {
    let canRestore = try Self.property("version", connection) >= Self.firstVersionToRestore
    var options = ["types": Argument.uint32(Self.keyboard)]
    if canRestore {
      options["persist_mode"] = .uint32(Self.untilRevoked)
      options["restore_token"] = token.load().map { .string($0) }
    }
    _ = try PortalRequest(
      connection: connection, method: "SelectDevices", arguments: [.objectPath(session)], options: options
    ).answer(within: Self.timeout)
    let noParent = Argument.string("")
    let given = try PortalRequest(
      connection: connection, method: "Start", arguments: [.objectPath(session), noParent]
    ).answer(within: limit)
    // Each token is good for one session.
    if canRestore { token.save(given?["restore_token"]?.string) }
    guard let devices = given?["devices"]?.uint32, devices & Self.keyboard != 0 else { throw .keysDenied }
  }

  private var isClosed: Bool {
    connection.receive()
    return state.isClosed
  }

  private static func property(_ name: String, _ connection: Connection) throws(InputError) -> UInt32 {
    do throws(CallFailure) {
      let call = Call.property(name, interface: interface, bus: bus, path: path)
      return try connection.call(call, timeout: timeout).child(0)?.unboxed.uint32 ?? 0
    } catch {
      throw InputError(error)
    }
  }

  private static let sessionInterface = "org.freedesktop.portal.Session"
  private static let keyboard: UInt32 = 1
  private static let untilRevoked: UInt32 = 2
  private static let firstVersionToRestore = 2

  private final class State {
    var isClosed = false
  }
}
