/// The keys to press for a text, and what to lend to free keycodes before.
///
/// A layout has a few dozen characters, a text may have any. Those that the layout lacks are lent to
/// free keycodes, as many at a time as there are, and each loan lasts for one chunk of the text.
struct TypingPlan: Sendable, Equatable {
  struct Chunk: Sendable, Equatable {
    var loans: [UInt8: Keysym] = [:]
    var strokes: [Keystroke] = []
  }

  private(set) var chunks: [Chunk] = []

  init(_ text: String, keymap: Keymap) throws(InputError) {
    var chunk = Chunk()
    var strokes: [Keysym: Keystroke] = [:]
    for scalar in text.typedScalars {
      guard let keysym = Keysym(scalar) else { throw .untypable(scalar) }
      if let stroke = Self.stroke(for: scalar, keysym, keymap) ?? strokes[keysym] {
        chunk.strokes.append(stroke)
        continue
      }
      if chunk.loans.count == keymap.free.count {
        guard !keymap.free.isEmpty else { throw .noFreeKeycode }
        chunks.append(chunk)
        chunk = Chunk()
        strokes = [:]
      }
      let stroke = Keystroke(keycode: keymap.free[chunk.loans.count])
      chunk.loans[stroke.keycode] = keysym
      chunk.strokes.append(stroke)
      strokes[keysym] = stroke
    }
    if !chunk.strokes.isEmpty { chunks.append(chunk) }
  }

  /// A key on its own, for a chord.
  init(_ keysym: Keysym, keymap: Keymap) throws(InputError) {
    if let stroke = keymap.strokeInChord(for: keysym) {
      chunks = [Chunk(strokes: [stroke])]
    } else if let keycode = keymap.free.first {
      chunks = [Chunk(loans: [keycode: keysym], strokes: [Keystroke(keycode: keycode)])]
    } else {
      throw .noFreeKeycode
    }
  }

  private static func stroke(for scalar: Unicode.Scalar, _ keysym: Keysym, _ keymap: Keymap) -> Keystroke? {
    switch keysym {
    case .return, .tab: keymap.stroke(for: keysym)
    default: keymap.stroke(for: scalar)
    }
  }
}
