import CX11
import Commands
import X11

extension XInput {
  package func checkKeys() {}

  package func gainKeys() {}

  package func validate(_ chord: Chord) throws(InputError) {
    _ = try keysym(of: chord)
  }

  package func press(_ chord: Chord, times: Int) throws(InputError) {
    let keysym = try keysym(of: chord)
    try checkConnection()
    let keymap = try readKeymap()
    let plan = try TypingPlan(keysym, keymap: keymap)
    let program = FocusedProgram(connection: connection)
    defer { releaseEverything() }
    for chunk in plan.chunks {
      try lend(chunk.loans, program)
      try hold(chord.modifiers, keymap)
      for _ in 0..<times {
        for stroke in chunk.strokes { keyboard.tap(stroke) }
      }
      try settle(after: chunk, program)
    }
    finish(program)
    try checkConnection()
  }

  package func type(_ text: String) throws(InputError) {
    try checkConnection()
    let keymap = try readKeymap()
    let plan = try TypingPlan(text, keymap: keymap)
    let program = FocusedProgram(connection: connection)
    defer { releaseEverything() }
    keyboard.clearCapsLock()
    for chunk in plan.chunks {
      try lend(chunk.loans, program)
      try type(chunk.strokes, program)
      try settle(after: chunk, program)
    }
    finish(program)
    try checkConnection()
  }

  package func paste(_ text: String) throws(InputError) {
    try checkConnection()
    let selection = MouseSelection(text, connection: connection)
    let program = FocusedProgram(connection: connection)
    try press(Chord(modifiers: [.ctrl, .shift], key: "Insert"), times: 1)
    let isTaken = program.takeEvents(until: .now + Pace.pastePatience) { event in
      selection.answer(event)
      return selection.isTaken
    }
    guard isTaken else { throw connection.isLost ? .displayLost : Task.isCancelled ? .cancelled : .notResponding }
    _ = program.catchUp(within: Pace.keyPatience, blind: Pace.blindKeymapChange, handle: selection.answer)
    try checkConnection()
  }

  package func heldModifiers() throws(InputError) -> Set<Modifier> {
    try checkConnection()
    return HeldModifiers(connection: connection).named
  }

  @discardableResult
  package func waitForFreeModifiers(within limit: Duration) throws(InputError) -> Set<Modifier> {
    try checkConnection()
    let areFree = wait(upTo: limit) { HeldModifiers(connection: connection).keys.isEmpty }
    try checkConnection()
    if areFree { return [] }
    if Task.isCancelled { throw .cancelled }
    let held = HeldModifiers(connection: connection)
    held.keys.keys.forEach(keyboard.letGo)
    try checkConnection()
    return held.named
  }

  func readKeymap() throws(InputError) -> Keymap {
    guard let keymap = Keymap.read(display: displayName) else { throw .displayLost }
    return keymap
  }

  func hold(_ modifiers: [Modifier], _ keymap: Keymap) throws(InputError) {
    for modifier in modifiers {
      guard let keycode = keymap.keycode(for: modifier) else { throw .unknownKey(modifier.rawValue) }
      keyboard.hold(keycode)
    }
  }

  private func keysym(of chord: Chord) throws(InputError) -> Keysym {
    guard let keysym = Keysym(named: chord.key) else { throw .unknownKey(chord.key) }
    return keysym
  }

  /// Sends keys a few at a time, so that a slow program is not flooded and typing can be stopped.
  private func type(_ strokes: [Keystroke], _ program: FocusedProgram) throws(InputError) {
    var rest = strokes[...]
    while !rest.isEmpty {
      if Task.isCancelled { throw .cancelled }
      try giveWay()
      let batch = rest.prefix(Pace.keysAtOnce)
      rest = rest.dropFirst(batch.count)
      for stroke in batch { keyboard.tap(stroke) }
      _ = program.catchUp(within: Pace.keyPatience, blind: Pace.blindKey * batch.count)
    }
  }

  /// Chromium takes a moment to read the new keymap, and drops the keys that it gets before.
  private func lend(_ loans: [UInt8: Keysym], _ program: FocusedProgram) throws(InputError) {
    guard !loans.isEmpty else { return }
    try keyboard.lend(loans)
    _ = program.catchUp(within: Pace.keymapPatience, blind: Pace.blindLoan)
  }

  /// GTK 4 can miss a shortcut that comes while it reads the keymap without the loans.
  private func finish(_ program: FocusedProgram) {
    let hasLent = keyboard.hasLent
    releaseEverything()
    if hasLent { _ = program.catchUp(within: Pace.keymapPatience, blind: Pace.blindLoan) }
  }

  /// Keys on loan mean something only until the loan ends, so the program has to have seen them before.
  private func settle(after chunk: TypingPlan.Chunk, _ program: FocusedProgram) throws(InputError) {
    guard !chunk.loans.isEmpty else { return }
    guard program.catchUp(within: Pace.keymapPatience, blind: Pace.blindKeymapChange) else {
      throw Task.isCancelled ? .cancelled : .notResponding
    }
  }
}
