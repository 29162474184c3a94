/// Why a program is not on the accessibility bus, and what a person can do about it.
package enum MissingTree: Sendable, Hashable, CaseIterable {
  /// It draws its windows without a toolkit that has accessibility, as xterm does.
  case drawsItself
  case gtk2WithoutModules
  case gtk3SwitchedOff
  case gtk4SwitchedOff
  case qtSwitchedOff
  /// Chromium, or a program that is built on Electron.
  case chromiumSwitchedOff
  case libreOfficeWithoutGTK
  case javaWithoutBridge
  /// It could be there, so that only its start can have come too early; also where nothing is known about it.
  case startedTooEarly

  /// False where nothing helps, because the program has no accessibility to switch on.
  package var canBeMended: Bool { self != .drawsItself }

  /// What is wrong and what to do, as the end of a sentence that begins with the program's name.
  package var sentence: String {
    switch self {
    case .drawsItself:
      "draws its window itself and exposes nothing to accessibility: only pictures show what is in it."
    case .gtk2WithoutModules:
      """
      was started without GTK 2's accessibility: install libgail-common and libatk-adaptor, and start it with \
      GTK_MODULES=gail:atk-bridge.
      """
    case .gtk3SwitchedOff: "was started with NO_AT_BRIDGE, which switches its accessibility off: start it without."
    case .gtk4SwitchedOff: "was started with GTK_A11Y=none, which switches its accessibility off: start it without."
    case .qtSwitchedOff:
      "was started before Qt was told of accessibility: start it again, with QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1."
    case .chromiumSwitchedOff:
      "was started while accessibility was off: start it again, or with ACCESSIBILITY_ENABLED=1."
    case .libreOfficeWithoutGTK:
      "runs without its GTK interface: install libreoffice-gtk3, and start it with SAL_USE_VCLPLUGIN=gtk3."
    case .javaWithoutBridge: "is a Java program without its bridge: install libatk-wrapper-java and start it again."
    case .startedTooEarly:
      "is not on the accessibility bus: restart it, because most programs only register when they start."
    }
  }

  /// Judges by what a process has mapped (its libraries and data files) and by its environment.
  init(mapping files: Set<String>, environment: [String: String]) {
    func has(_ library: String) -> Bool { files.contains { $0.hasPrefix(library) } }
    // What is built on another toolkit comes before that toolkit.
    if has("libmergedlo") || has("libvcllo") {
      self = has("libvclplug_gtk3") ? .startedTooEarly : .libreOfficeWithoutGTK
    } else if has("libjvm.so") {
      self = .javaWithoutBridge
    } else if has("libQt5Gui.") || has("libQt6Gui.") {
      self = .qtSwitchedOff
    } else if has("icudtl.dat") {
      self = .chromiumSwitchedOff
    } else if has("libgtk-4.") {
      self = environment["GTK_A11Y"] == "none" ? .gtk4SwitchedOff : .startedTooEarly
    } else if has("libgtk-3.") {
      self = environment["NO_AT_BRIDGE"].map { $0 != "0" } == true ? .gtk3SwitchedOff : .startedTooEarly
    } else if has("libgtk-x11-2.0") {
      self = has("libatk-bridge") ? .startedTooEarly : .gtk2WithoutModules
    } else if has("libxul.so") || files.isEmpty {
      self = .startedTooEarly
    } else {
      self = .drawsItself
    }
  }
}
