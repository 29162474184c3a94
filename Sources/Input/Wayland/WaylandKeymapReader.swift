import CWayland
import Glibc

/// Asks the Wayland compositor of this session for its keyboard layout, as every program with a window does.
final class WaylandKeymapReader {
  fileprivate var keymap: WaylandKeymap?
  fileprivate let registryListener = UnsafeMutablePointer<wl_registry_listener>.allocate(capacity: 1)
  fileprivate let seatListener = UnsafeMutablePointer<wl_seat_listener>.allocate(capacity: 1)
  fileprivate let keyboardListener = UnsafeMutablePointer<wl_keyboard_listener>.allocate(capacity: 1)

  /// Nil where the compositor cannot be reached, or has no keyboard.
  static func read() -> WaylandKeymap? {
    guard let display = wl_display_connect(nil) else { return nil }
    // Until it is closed, the connection calls the reader.
    let reader = WaylandKeymapReader()
    defer { withExtendedLifetime(reader) { wl_display_disconnect(display) } }
    wl_registry_add_listener(wl_display_get_registry(display), reader.registryListener, reader.data)
    // The seat is told of first, then that it has a keyboard, then of the keyboard's layout.
    for _ in 0..<3 where wl_display_roundtrip(display) < 0 { return nil }
    return reader.keymap
  }

  private init() {
    registryListener.initialize(
      to: wl_registry_listener(
        global: { data, registry, name, interface, _ in
          guard let reader = reader(data), let interface, String(cString: interface) == "wl_seat" else { return }
          wl_seat_add_listener(fazm_bind_seat(registry, name), reader.seatListener, data)
        }, global_remove: { _, _, _ in }))
    seatListener.initialize(
      to: wl_seat_listener(
        capabilities: { data, seat, capabilities in
          guard let reader = reader(data), capabilities & WL_SEAT_CAPABILITY_KEYBOARD.rawValue != 0 else { return }
          wl_keyboard_add_listener(wl_seat_get_keyboard(seat), reader.keyboardListener, data)
        }, name: { _, _, _ in }))
    keyboardListener.initialize(
      to: wl_keyboard_listener(
        keymap: { data, _, format, file, size in
          defer { close(file) }
          guard format == WL_KEYBOARD_KEYMAP_FORMAT_XKB_V1.rawValue else { return }
          reader(data)?.keymap = text(of: file, size: Int(size)).flatMap { WaylandKeymap($0) }
        }, enter: { _, _, _, _, _ in }, leave: { _, _, _, _ in }, key: { _, _, _, _, _, _ in },
        modifiers: { _, _, _, _, _, _, _ in }, repeat_info: { _, _, _, _ in }))
  }

  deinit {
    registryListener.deallocate()
    seatListener.deallocate()
    keyboardListener.deallocate()
  }

  private var data: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

private func reader(_ data: UnsafeMutableRawPointer?) -> WaylandKeymapReader? {
  data.map { Unmanaged<WaylandKeymapReader>.fromOpaque($0).takeUnretainedValue() }
}

private func text(of file: Int32, size: Int) -> String? {
  guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else { return nil }
  defer { munmap(start, size) }
  return String(decoding: UnsafeRawBufferPointer(start: start, count: size).prefix { $0 != 0 }, as: UTF8.self)
}
