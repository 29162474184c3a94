import Glibc
import MessageBus

/// Finds the accessibility bus.
enum AccessibilityBus {
  /// As people are told of it.
  static let name = "The accessibility bus"
  private static let timeout = Duration.seconds(2)

  static func connect() throws(AccessibilityError) -> Connection {
    let address = try address()
    do throws(CallFailure) {
      return try Connection(address: address)
    } catch {
      throw .noAccessibilityBus(error.reason)
    }
  }

  private static func address() throws(AccessibilityError) -> String {
    if let address = getenv("AT_SPI_BUS_ADDRESS").map({ String(cString: $0) }), !address.isEmpty {
      return address
    }
    let session = try session()
    switchOn(session)
    let call = Call(bus: "org.a11y.Bus", path: "/org/a11y/bus", interface: "org.a11y.Bus", method: "GetAddress")
    do throws(CallFailure) {
      let reply = try session.call(call, timeout: timeout)
      guard let address = reply.child(0)?.string, !address.isEmpty else {
        throw CallFailure.refused("it has no address")
      }
      return address
    } catch {
      throw error == .timedOut ? .notResponding(program: name, after: timeout) : .noAccessibilityBus(error.reason)
    }
  }

  private static func session() throws(AccessibilityError) -> Connection {
    do throws(CallFailure) {
      return try Connection.toSessionBus()
    } catch {
      throw .noSessionBus(error.reason)
    }
  }

  /// Tells programs that somebody listens. `ScreenReaderEnabled` must stay as it is: it starts a screen reader.
  ///
  /// A desktop without this switch has its programs registered all the same, so its failure is not one.
  private static func switchOn(_ session: Connection) {
    let call = Call.setProperty(
      "IsEnabled", to: .bool(true), interface: "org.a11y.Status", bus: "org.a11y.Bus", path: "/org/a11y/bus")
    _ = try? session.call(call, timeout: timeout)
  }
}

extension CallFailure {
  fileprivate var reason: String {
    switch self {
    case .unknownObject, .unsupported: "its launcher is of an unknown kind"
    case .disconnected: "nothing provides it"
    case .timedOut: "its launcher does not answer"
    case .refused(let message): message
    }
  }
}
