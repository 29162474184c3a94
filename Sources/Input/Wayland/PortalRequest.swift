import MessageBus

/// One question to a portal. Its answer comes as a signal, because the portal may have to ask a person first.
struct PortalRequest {
  let connection: Connection
  let method: String
  /// What stands before the options: the session, for one.
  var arguments: [Argument] = []
  var options: [String: Argument] = [:]

  /// Asks, and waits for the results. A question that is cancelled or not answered in time is taken back.
  func answer(within limit: Duration) throws(InputError) -> Variant? {
    let deadline = ContinuousClock.now + limit
    let token = "fazm_linux_\(UInt32.random(in: 0...UInt32.max))"
    let sender = connection.uniqueName.dropFirst().map { $0 == "." ? "_" : String($0) }.joined()
    let path = "\(RemoteDesktop.path)/request/\(sender)/\(token)"
    var response: Variant?
    // Before the call, because the answer may be faster than its reply.
    let subscription = Subscription(connection, interface: Self.interface, path: path) { response = $0.arguments }
    defer { withExtendedLifetime(subscription) {} }
    let options = options.merging(["handle_token": .string(token)]) { _, token in token }
    let call = Call(
      bus: RemoteDesktop.bus, path: RemoteDesktop.path, interface: RemoteDesktop.interface, method: method,
      arguments: arguments + [.dictionary(options)])
    do throws(CallFailure) {
      _ = try connection.call(call, timeout: RemoteDesktop.timeout)
    } catch {
      throw InputError(error)
    }
    while response == nil {
      guard !Task.isCancelled, ContinuousClock.now < deadline else {
        takeBack(path)
        throw Task.isCancelled ? .cancelled : .keysNotAnswered
      }
      connection.pause(Self.poll)
      connection.receive()
    }
    switch response?.child(0)?.uint32 {
    case 0: return response?.child(1)
    case 1: throw .keysDenied
    default: throw .portalFailed("it ended \(method)")
    }
  }

  /// Closes the dialog that asks the person.
  private func takeBack(_ path: String) {
    let call = Call(bus: RemoteDesktop.bus, path: path, interface: Self.interface, method: "Close")
    _ = try? connection.call(call, timeout: RemoteDesktop.timeout)
  }

  private static let interface = "org.freedesktop.portal.Request"
  private static let poll = Duration.milliseconds(20)
}

extension InputError {
  /// What it means for pressing keys that the portal did not do what it was called for.
  init(_ failure: CallFailure) {
    self =
      switch failure {
      case .unknownObject, .unsupported, .disconnected: .noPortal
      case .timedOut: .portalFailed("it does not answer")
      case .refused(let reason): .portalFailed(reason)
      }
  }
}
