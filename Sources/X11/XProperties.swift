import CX11

extension XConnection {
  /// The numbers a property holds (windows, atoms, cardinals); empty where it is not set or the window is gone.
  package func numbers(of window: XID, _ property: String) -> [UInt] {
    readProperty(of: window, property) { value, count, format in
      guard format == 32 else { return [] }
      // Xlib hands 32-bit items out as C longs.
      return value.withMemoryRebound(to: UInt.self, capacity: count) {
        Array(UnsafeBufferPointer(start: $0, count: count))
      }
    } ?? []
  }

  /// The text a property holds, whatever its encoding; nil where it is not set or the window is gone.
  package func text(of window: XID, _ property: String) -> String? {
    var text = XTextProperty()
    let found = attempt { XGetTextProperty(display, window, &text, atom(property)) }
    guard let found, found != 0, let bytes = text.value else { return nil }
    defer { XFree(bytes) }
    if text.encoding == atom("UTF8_STRING") {
      return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(text.nitems)), as: UTF8.self)
    }
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var count: Int32 = 0
    guard Xutf8TextPropertyToTextList(display, &text, &list, &count) >= 0, let list else { return nil }
    defer { XFreeStringList(list) }
    return count > 0 ? list[0].map { String(cString: $0) } : nil
  }

  /// Sends a message about a window to the window manager, or to the window's own program.
  package func send(_ message: String, about window: XID, to receiver: XID, mask: Int, data: [Int]) {
    guard !isLost else { return }
    var event = XEvent()
    event.xclient.type = ClientMessage
    event.xclient.window = window
    event.xclient.message_type = atom(message)
    event.xclient.format = 32
    withUnsafeMutableBytes(of: &event.xclient.data) { bytes in
      for (index, item) in data.prefix(5).enumerated() {
        bytes.storeBytes(of: item, toByteOffset: index * MemoryLayout<Int>.stride, as: Int.self)
      }
    }
    XSendEvent(display, receiver, False, mask, &event)
    XFlush(display)
  }

  private func readProperty<Result>(
    of window: XID, _ property: String, _ read: (UnsafeMutablePointer<UInt8>, Int, Int32) -> Result
  ) -> Result? {
    let longest = 1 << 16  // in units of four bytes: more windows than anybody opens
    var type: Atom = 0
    var format: Int32 = 0
    var count: UInt = 0
    var rest: UInt = 0
    var value: UnsafeMutablePointer<UInt8>?
    let status = attempt {
      XGetWindowProperty(
        display, window, atom(property), 0, longest, False, Atom(AnyPropertyType), &type, &format, &count, &rest, &value
      )
    }
    defer { if let value { XFree(value) } }
    guard status == Success, let value else { return nil }
    return read(value, Int(count), format)
  }
}
