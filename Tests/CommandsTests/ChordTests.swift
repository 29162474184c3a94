import Commands
import Foundation
import Testing

@Suite struct ChordTests {
  @Test(arguments: [
    ("Enter", "Return"), ("enter", "Return"), ("RETURN", "Return"), ("Esc", "Escape"), ("Del", "Delete"),
    ("PgUp", "Prior"), ("Page_Down", "Next"), ("PgDn", "Next"), ("ArrowLeft", "Left"), ("Space", "space"),
    ("backspace", "BackSpace"), ("F5", "F5"), ("f12", "F12"), ("F35", "F35"), ("kp_enter", "KP_Enter"),
    ("xf86audiomute", "XF86AudioMute"), ("VolumeUp", "XF86AudioRaiseVolume"), ("-", "minus"), ("+", "plus"),
    (".", "period"), ("/", "slash"), ("?", "question"), ("\"", "quotedbl"), ("a", "a"), ("7", "7"),
    ("é", "U00E9"), ("€", "U20AC"), ("😀", "U1F600"), ("u20ac", "U20AC"), ("super", "Super_L"), ("Ctrl", "Control_L"),
  ])
  func `one key`(text: String, key: String) throws {
    #expect(try Chord.parse(text) == Chord(modifiers: [], key: key))
  }

  @Test(arguments: [
    ("ctrl+s", [Modifier.ctrl], "s"), ("Ctrl+S", [.ctrl], "s"), ("CTRL+SHIFT+S", [.ctrl, .shift], "s"),
    ("shift+ctrl+s", [.ctrl, .shift], "s"), ("ctrl+ctrl+s", [.ctrl], "s"), ("Control+s", [.ctrl], "s"),
    ("Cmd+C", [.super], "c"), ("Win+E", [.super], "e"), ("Meta+l", [.super], "l"), ("Super+Up", [.super], "Up"),
    ("Option+F4", [.alt], "F4"), ("ctrl+-", [.ctrl], "minus"), ("ctrl++", [.ctrl], "plus"),
    ("ctrl+plus", [.ctrl], "plus"), ("ctrl+.", [.ctrl], "period"), ("A", [.shift], "a"), ("shift+A", [.shift], "a"),
    ("alt+Q", [.alt], "q"), ("ctrl+alt", [.ctrl], "Alt_L"), ("shift+Tab", [.shift], "Tab"),
  ])
  func `keys together`(text: String, modifiers: [Modifier], key: String) throws {
    #expect(try Chord.parse(text) == Chord(modifiers: modifiers, key: key))
  }

  @Test(arguments: [
    "", "ctrl+", "ctrl+foo", "foo+s", "+s", "++", "F0", "F36", "Entr y", "ab", "\u{7}", "u0041", "e\u{301}",
  ])
  func `what is no chord`(text: String) {
    #expect(throws: CommandError.self) { try Chord.parse(text) }
  }

  /// The names are X's own: a name that X does not know would press nothing, in silence.
  @Test(.enabled(if: Headers.exist))
  func `every key name is one of X`() throws {
    let known = try Headers.names()
    for name in KeyNames.named + Array(KeyNames.characters.values) {
      #expect(known.contains(name), "\(name)")
    }
  }

  /// libX11's list of keysyms, where its development files are installed.
  private enum Headers {
    static let folder = "/usr/include/X11/"
    static var exist: Bool { FileManager.default.fileExists(atPath: folder + "XF86keysym.h") }

    static func names() throws -> Set<String> {
      let files = try ["keysymdef.h", "XF86keysym.h"].map { try String(contentsOfFile: folder + $0, encoding: .utf8) }
      let defined = files.joined().matches(of: /#define (XF86)?XK_(\w+)/)
      return Set(defined.map { ($0.1.map(String.init) ?? "") + $0.2 })
    }
  }
}
