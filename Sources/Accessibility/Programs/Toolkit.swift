/// What a program is built with, as far as reading it depends on that.
struct Toolkit: Equatable {
  var name: String
  var version: String

  var isGTK4: Bool { name.lowercased() == "gtk" && version.hasPrefix("4.") }
  var isGTK2: Bool { name == "GAIL" }
  var isChromium: Bool { name == "Chromium" }
  var isQt: Bool { name.hasPrefix("Qt") }
  var isFirefox: Bool { name == "Gecko" }
  var isBrowser: Bool { isChromium || isFirefox }

  /// GTK 4 knows positions only within the window; Qt 5 is right only on the screen.
  var coordinates: CoordinateType { isGTK4 ? .window : .screen }
}
