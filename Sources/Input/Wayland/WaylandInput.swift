import CX11
import Commands
import Concurrency
import Geometry
import MessageBus

/// The keyboard of a Wayland session, driven through the RemoteDesktop portal, and no pointer: a Wayland session tells
/// nobody where on the screen a window is, so nothing could be clicked with certainty.
///
/// The person is asked when a key is needed first, and not again in this process, whatever the answer was.
package actor WaylandInput: InputDriver {
  private nonisolated let executor = QueueExecutor(label: "fazm-linux.wayland-input")
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  package nonisolated let hasPointer = false
  package nonisolated let noticesPerson = false

  private let token: RestoreToken
  private let patience: Duration
  private let onWaiting: @Sendable () -> Void
  private let bus: String?
  private let readKeymap: @Sendable () -> WaylandKeymap?
  private var keys: Result<Keys, InputError>?

  /// The leave to press keys, and what can be typed with it.
  private struct Keys {
    let session: RemoteDesktop
    let keymap: WaylandKeymap
  }

  /// `onWaiting` is called when the person is asked for leave, for which they have two minutes.
  package init(token: RestoreToken, onWaiting: @escaping @Sendable () -> Void) {
    self.init(
      token: token, patience: .seconds(120), bus: nil, readKeymap: WaylandKeymapReader.read, onWaiting: onWaiting)
  }

  /// On the session bus at the address `bus`, or on that of this session.
  init(
    token: RestoreToken, patience: Duration, bus: String?, readKeymap: @escaping @Sendable () -> WaylandKeymap?,
    onWaiting: @escaping @Sendable () -> Void
  ) {
    self.token = token
    self.patience = patience
    self.onWaiting = onWaiting
    self.bus = bus
    self.readKeymap = readKeymap
  }

  package func checkKeys() throws(InputError) {
    if let keys {
      _ = try keys.get()
    } else {
      try RemoteDesktop.check(connect())
    }
  }

  package func gainKeys() throws(InputError) {
    _ = try gainedKeys()
  }

  package func validate(_ chord: Chord) throws(InputError) {
    guard Keysym(named: chord.key) != nil else { throw .unknownKey(chord.key) }
  }

  package func press(_ chord: Chord, times: Int) throws(InputError) {
    let keys = try gainedKeys()
    guard let keysym = Keysym(named: chord.key) else { throw .unknownKey(chord.key) }
    let known = keys.keymap.has(keysym) ? keysym : Self.character(of: chord).flatMap(keys.keymap.keysym)
    guard let known else { throw .notOnKeyboard(chord.key) }
    for _ in 0..<times { try tap(chord.modifiers.map(\.keysym) + [known], keys.session) }
  }

  package func type(_ text: String) throws(InputError) {
    let keys = try gainedKeys()
    var strokes: [Keysym] = []
    for scalar in text.typedScalars {
      guard Keysym(scalar) != nil else { throw .untypable(scalar) }
      guard let keysym = keys.keymap.keysym(for: scalar) else { throw .notOnKeyboard(String(scalar)) }
      strokes.append(keysym)
    }
    for stroke in strokes {
      if Task.isCancelled { throw .cancelled }
      try tap([stroke], keys.session)
    }
  }

  /// Has no selection of its own to paste, so what keys cannot bring is refused.
  package func paste(_ text: String) throws(InputError) {
    try type(text)
  }

  package func releaseEverything() {
    guard case .success(let keys) = keys else { return }
    keys.session.close()
    self.keys = nil
  }

  /// Presses keys one after the other, and lets go of them in turn whatever happens.
  private func tap(_ keysyms: [Keysym], _ session: RemoteDesktop) throws(InputError) {
    var held: [Keysym] = []
    defer { for keysym in held.reversed() { try? session.notify(keysym, isPressed: false) } }
    for keysym in keysyms {
      held.append(keysym)
      try session.notify(keysym, isPressed: true)
    }
  }

  private func gainedKeys() throws(InputError) -> Keys {
    if let keys { return try keys.get() }
    do throws(InputError) {
      let keys = try askForKeys()
      self.keys = .success(keys)
      return keys
    } catch {
      keys = .failure(error)
      throw error
    }
  }

  private func askForKeys() throws(InputError) -> Keys {
    let connection = try connect()
    try RemoteDesktop.check(connection)
    onWaiting()
    let session = try RemoteDesktop(connection, token: token, within: patience)
    // A desktop without a keyboard of its own gets one with the first key, and programs miss that.
    try tap([.shift], session)
    guard let keymap = readKeymap() else {
      session.close()
      throw .portalFailed("the desktop has no keyboard layout")
    }
    return Keys(session: session, keymap: keymap)
  }

  private func connect() throws(InputError) -> Connection {
    do throws(CallFailure) {
      return if let bus { try Connection(address: bus) } else { try Connection.toSessionBus() }
    } catch {
      throw .noPortal
    }
  }

  private static func character(of chord: Chord) -> Unicode.Scalar? {
    chord.key.unicodeScalars.count == 1 ? chord.key.unicodeScalars.first : nil
  }
}
