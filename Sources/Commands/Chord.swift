/// Keys pressed together, such as ctrl+shift+s.
package struct Chord: Sendable, Hashable {
  /// Each at most once, in the order of `Modifier.allCases`: ctrl+shift+s and shift+ctrl+s are one chord.
  package let modifiers: [Modifier]
  /// The X keysym name of the last key, such as `s`, `Return` or `F5`.
  package let key: String

  package init(modifiers: [Modifier], key: String) {
    self.modifiers = Modifier.allCases.filter(modifiers.contains)
    self.key = key
  }
}

package enum Modifier: String, Sendable, CaseIterable {
  case ctrl, shift, alt, `super`
}
