/// The time that programs need between inputs where nothing tells when they are ready. In microseconds unless a Duration.
enum Pace {
  static let betweenClicks: UInt32 = 30_000
  /// More than a frame takes: toolkits take the movements within one together.
  static let beforeArrival: UInt32 = 20_000
  static let betweenDragSteps: UInt32 = 12_000
  /// The program under the pointer has to say that it takes what is dragged.
  static let beforeDrop: UInt32 = 120_000
  /// Longer than the double click time of any desktop's default settings.
  static let doubleClickTime: Duration = .milliseconds(500)
  /// In pixels.
  static let doubleClickDistance = 10
  /// For one key, to a program that does not answer pings.
  static let blindKey: Duration = .milliseconds(2)
  /// For a new keymap, to a program that does not answer pings.
  static let blindLoan: Duration = .milliseconds(50)
  /// Before the keymap changes under a program that does not answer pings.
  static let blindKeymapChange: Duration = .milliseconds(300)
  /// How long the active window may take to get the focus.
  static let focusPatience: Duration = .milliseconds(500)
  /// How long a program may take to deal with keys that need the keymap as it is.
  static let keymapPatience: Duration = .seconds(10)
  /// How long a program may take until it asks for what it is to paste.
  static let pastePatience: Duration = .seconds(2)
  /// How long to hold back further keys for a program that is slow.
  static let keyPatience: Duration = .seconds(1)
  /// Keys sent before asking whether the program has caught up.
  static let keysAtOnce = 32
}
