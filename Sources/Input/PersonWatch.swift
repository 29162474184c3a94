import CX11
import X11

/// Notices a person at the mouse or the keyboard: every press and every movement that this program did not send.
///
/// The X server reports whatever comes from a device, XTEST's own included. Comparing that with what was sent finds a
/// person at a remote desktop too, whose input comes through XTEST as this program's does. Moving the pointer as this
/// program does, by a warp, is no movement of a device.
final class PersonWatch {
  /// One of its own, because others take events from theirs.
  private let connection: XConnection
  private let extensionCode: Int32
  /// Presses that were sent and have not been reported yet.
  private var sent: [Press: Int] = [:]

  /// Nil where the display cannot tell.
  init?(display: String) {
    guard let connection = XConnection(display: display) else { return nil }
    var (code, event, error): (Int32, Int32, Int32) = (0, 0, 0)
    // Since 2.1 it reports even while a menu holds the pointer.
    var (major, minor): (Int32, Int32) = (2, 2)
    guard XQueryExtension(connection.display, "XInputExtension", &code, &event, &error) != 0,
      XIQueryVersion(connection.display, &major, &minor) == Success, (major, minor) >= (2, 1)
    else { return nil }
    self.connection = connection
    extensionCode = code
    guard listens() else { return nil }
  }

  /// Has to be called before the press is sent.
  func willSend(_ press: Press) {
    sent[press, default: 0] += 1
  }

  /// Whether a person has acted since this was last asked. What was sent has to have reached the server.
  func hasSeenPerson() -> Bool {
    guard connection.attempt({}) != nil else { return false }
    var hasSeen = false
    while XPending(connection.display) > 0 {
      var event = XEvent()
      XNextEvent(connection.display, &event)
      guard event.type == GenericEvent, event.xcookie.extension == extensionCode,
        XGetEventData(connection.display, &event.xcookie) != 0
      else { continue }
      defer { XFreeEventData(connection.display, &event.xcookie) }
      if isForeign(event.xcookie) { hasSeen = true }
    }
    return hasSeen
  }

  private func isForeign(_ cookie: XGenericEventCookie) -> Bool {
    guard let data = cookie.data else { return false }
    let detail = UInt8(truncatingIfNeeded: data.assumingMemoryBound(to: XIRawEvent.self).pointee.detail)
    switch cookie.evtype {
    case XI_RawKeyPress: return !takesBack(.key(detail))
    case XI_RawButtonPress: return !takesBack(.button(detail))
    default: return true
    }
  }

  private func takesBack(_ press: Press) -> Bool {
    guard let count = sent[press] else { return false }
    sent[press] = count > 1 ? count - 1 : nil
    return true
  }

  private func listens() -> Bool {
    let kinds = [XI_RawKeyPress, XI_RawButtonPress, XI_RawMotion, XI_RawTouchBegin]
    var mask = [UInt8](repeating: 0, count: 4)
    for kind in kinds { mask[Int(kind) / 8] |= 1 << UInt8(kind % 8) }
    return mask.withUnsafeMutableBufferPointer { mask in
      var events = XIEventMask(deviceid: XIAllMasterDevices, mask_len: Int32(mask.count), mask: mask.baseAddress)
      return connection.attempt { XISelectEvents(connection.display, connection.root, &events, 1) } == Success
    }
  }
}

/// A key or button that goes down.
enum Press: Hashable {
  case key(UInt8)
  case button(UInt8)
}
