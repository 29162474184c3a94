import CX11
import Commands

/// The number X gives to what is printed on a key: a character, or a function such as Return.
struct Keysym: Sendable, Hashable {
  let rawValue: KeySym

  static let `return` = Keysym(rawValue: KeySym(XK_Return))
  static let tab = Keysym(rawValue: KeySym(XK_Tab))
  static let control = Keysym(rawValue: KeySym(XK_Control_L))
  static let shift = Keysym(rawValue: KeySym(XK_Shift_L))
  static let alt = Keysym(rawValue: KeySym(XK_Alt_L))
  static let `super` = Keysym(rawValue: KeySym(XK_Super_L))
  /// AltGr.
  static let levelThree = Keysym(rawValue: KeySym(XK_ISO_Level3_Shift))

  init(rawValue: KeySym) {
    self.rawValue = rawValue
  }

  /// The keysym with an X name such as `Return` or `plus`, or of a single character; nil where there is none.
  init?(named name: String) {
    let known = XStringToKeysym(name)
    if known != KeySym(NoSymbol) {
      rawValue = known
    } else if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1, let keysym = Keysym(scalar) {
      self = keysym
    } else {
      return nil
    }
  }

  /// The keysym that types a character; nil for a control character other than newline and tab.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A: self = .return
    case 0x09: self = .tab
    case 0x20...0x7E, 0xA0...0xFF: rawValue = KeySym(scalar.value)
    case 0x100...: rawValue = 0x0100_0000 | KeySym(scalar.value)
    default: return nil
    }
  }

  /// Shift, Control, Num Lock and the like, which change what other keys do.
  var isModifier: Bool {
    switch rawValue {
    case KeySym(XK_Shift_L)...KeySym(XK_Hyper_R): true
    case KeySym(XK_ISO_Lock)...KeySym(XK_ISO_Level5_Lock): true
    case KeySym(XK_Mode_switch), KeySym(XK_Num_Lock): true
    default: false
    }
  }

  /// A key of the number block, which gives its character only while Num Lock is on.
  var isKeypad: Bool {
    (KeySym(XK_KP_Space)...KeySym(XK_KP_Equal)).contains(rawValue)
  }
}

extension Modifier {
  var keysym: Keysym {
    switch self {
    case .ctrl: .control
    case .shift: .shift
    case .alt: .alt
    case .super: .super
    }
  }
}

extension String {
  /// Its characters as keys bring them: every kind of line end becomes one newline.
  var typedScalars: [Unicode.Scalar] {
    flatMap { character -> [Unicode.Scalar] in
      character == "\r\n" || character == "\r" ? ["\n"] : Array(character.unicodeScalars)
    }
  }
}
