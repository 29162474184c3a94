import Commands
import Geometry
import TestSupport

/// Makes any command that the language can say, from a seed.
struct CommandGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func command(_ verb: Verb) -> Command {
    switch verb {
    case .click: .click(.click, target(), modifiers: modifiers())
    case .double: .click(.double, target(), modifiers: modifiers())
    case .right: .click(.right, target(), modifiers: modifiers())
    case .middle: .click(.middle, target(), modifiers: modifiers())
    case .hover: .click(.hover, target(), modifiers: modifiers())
    case .check: .check(ref(), true)
    case .uncheck: .check(ref(), false)
    case .type: .type(optionalRef(), text(), enter: flip())
    case .set: .set(ref(), text())
    case .key: .key(Chord(modifiers: modifiers(), key: key()))
    case .select: .select(flip() ? .items(refs()) : .named(words(), in: ref()))
    case .menu: .menu((0...number(3)).map { _ in title() }, of: optionalRef())
    case .scroll: .scroll(optionalRef(), random.pick(Direction.allCases, or: .up), distance())
    case .drag: .drag(refs(), to: ref())
    case .window: .window(words())
    case .open: .open(words())
    case .wait: .wait(words(), seconds: flip() ? number(60) : nil)
    case .gone: .gone(words(), seconds: flip() ? number(60) : nil)
    case .find: .find(words())
    case .expand: .expand(ref())
    case .read: .read(ref(), from: flip() ? number(999_999) : 0)
    case .look: .look(optionalRef())
    case .ask: .ask(words())
    case .done: .done(words())
    case .fail: .fail(words())
    }
  }

  private mutating func flip() -> Bool { Bool.random(using: &random) }

  private mutating func number(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) }

  private mutating func ref() -> Ref { Ref(random.pick(Ref.Kind.allCases, or: .button), number(999_998) + 1) }

  private mutating func optionalRef() -> Ref? { flip() ? ref() : nil }

  private mutating func refs() -> [Ref] { (0...number(3)).map { _ in ref() } }

  private mutating func target() -> Target {
    flip() ? .element(ref()) : .point(in: optionalRef(), Point(x: number(2000), y: number(2000)))
  }

  private mutating func distance() -> Distance { flip() ? .clicks(number(99) + 1) : .until(words()) }

  private mutating func modifiers() -> [Modifier] { Modifier.allCases.filter { _ in number(3) == 0 } }

  private mutating func key() -> String {
    switch number(4) {
    case 0: random.pick("abcdefghijklmnopqrstuvwxyz0123456789".map(String.init), or: "a")
    case 1: random.pick(KeyNames.named, or: "Return")
    case 2: random.pick(KeyNames.characters.values.sorted(), or: "minus")
    case 3: "F\(number(34) + 1)"
    default: random.pick(["U00E9", "U20AC", "U1F600", "U0416"], or: "U20AC")
    }
  }

  /// Any text at all, also none.
  private mutating func text() -> String {
    var text = ""
    for _ in 0..<number(12) { text += random.pick(Self.pieces, or: "x") }
    return text
  }

  /// Text that is more than spaces.
  private mutating func words() -> String { text() + "word" + text() }

  /// A menu title in the form that the language keeps: nothing that separates, no dots at its end.
  private mutating func title() -> String {
    "A" + text().filter { $0 != ">" } + "z"
  }

  private static let pieces = [
    "a", "Z", "7", " ", "  ", "\"", "'", "“", "”", "’", "\\", "\\n", "\n", "\r", "\r\n", "\t", "\u{0}", "\u{1B}[31m",
    "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{200B}", "\u{FEFF}", "e\u{301}", "\u{301}", "é", "ß", "日本", "👩‍👩‍👧",
    "🏳️‍🌈", "`", "```", ">", "…", "...", "{name}", "\\u{41}", "enter", " 5", "b3", "</thinking>", "<thinking>",
    "\nclick b3\n",
  ]
}
