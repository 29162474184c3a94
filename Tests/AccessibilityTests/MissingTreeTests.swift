import Testing

@testable import Accessibility

@Suite struct MissingTreeTests {
  @Test(
    arguments: [
      (["libX11.so.6.4.0", "libXt.so.6"], [:], .drawsItself),
      (["libgtk-x11-2.0.so.0"], [:], .gtk2WithoutModules),
      (["libgtk-x11-2.0.so.0", "libatk-bridge.so"], [:], .startedTooEarly),
      (["libgtk-3.so.0"], ["NO_AT_BRIDGE": "1"], .gtk3SwitchedOff),
      (["libgtk-3.so.0"], ["NO_AT_BRIDGE": "0"], .startedTooEarly),
      (["libgtk-3.so.0"], [:], .startedTooEarly),
      (["libgtk-4.so.1"], ["GTK_A11Y": "none"], .gtk4SwitchedOff),
      (["libgtk-4.so.1"], ["GTK_A11Y": "atspi"], .startedTooEarly),
      (["libQt5Gui.so.5"], [:], .qtSwitchedOff),
      (["libQt6Gui.so.6", "libgtk-3.so.0", "icudtl.dat"], [:], .qtSwitchedOff),
      (["icudtl.dat", "libgtk-3.so.0"], [:], .chromiumSwitchedOff),
      (["libmergedlo.so", "libX11.so.6"], [:], .libreOfficeWithoutGTK),
      (["libmergedlo.so", "libvclplug_gtk3lo.so", "libgtk-3.so.0", "libjvm.so"], [:], .startedTooEarly),
      (["libjvm.so", "libX11.so.6"], [:], .javaWithoutBridge),
      (["libxul.so", "libX11.so.6"], [:], .startedTooEarly),
      ([], [:], .startedTooEarly),
    ] as [(Set<String>, [String: String], MissingTree)])
  func isToldByWhatAProcessUses(files: Set<String>, environment: [String: String], reason: MissingTree) {
    #expect(MissingTree(mapping: files, environment: environment) == reason)
  }

  @Test(arguments: MissingTree.allCases) func isSaidInOneSentence(reason: MissingTree) {
    #expect(reason.sentence.hasSuffix("."))
    #expect(!reason.sentence.contains("\n"))
    #expect(reason.canBeMended == (reason != .drawsItself))
  }

  @Test func aProcessThatCannotBeLookedAtMayHaveStartedTooEarly() {
    #expect(MissingTree(of: nil) == .startedTooEarly)
    #expect(MissingTree(of: -1) == .startedTooEarly)
  }
}
