import Outline

/// Which programs may be worked in. Terminals and password managers may not, until a person allows them.
package struct ProgramPolicy: Sendable, Hashable {
  private let allowed: Set<String>
  private let denied: Set<String>

  /// `allowed` wins over what is denied by default, `denied` over everything. Names are those of `fazm-linux windows`,
  /// in any case.
  package init(allowed: [String] = [], denied: [String] = []) {
    self.allowed = Set(allowed.map { $0.lowercased() })
    self.denied = Set(denied.map { $0.lowercased() })
  }

  /// Whether a window of this program may be worked in.
  package func allows(_ window: Window) -> Bool {
    let name = window.program.lowercased()
    if denies(window) { return false }
    return allowed.contains(name) || !Self.sensitive.contains(name)
  }

  /// Whether it was closed by name.
  package func denies(_ window: Window) -> Bool {
    denied.contains(window.program.lowercased())
  }

  private static let terminals: Set<String> = [
    "alacritty", "blackbox", "cool-retro-term", "deepin-terminal", "foot", "ghostty", "gnome-terminal",
    "gnome-terminal-server", "guake", "io.elementary.terminal", "kgx", "kitty", "konsole", "lxterminal",
    "mate-terminal", "org.gnome.console", "org.gnome.ptyxis", "org.gnome.terminal", "ptyxis", "qterminal", "rxvt", "st",
    "st-256color", "terminator", "terminology", "tilda", "tilix", "urxvt", "uxterm", "wezterm",
    "org.wezfurlong.wezterm", "xfce4-terminal", "xterm", "yakuake",
  ]

  private static let passwordManagers: Set<String> = [
    "1password", "bitwarden", "enpass", "keepass", "keepass2", "keepassx", "keepassxc", "kwalletmanager",
    "kwalletmanager5", "org.gnome.seahorse.application", "org.keepassxc.keepassxc", "passwordsafe", "pwsafe",
    "seahorse",
  ]

  private static let sensitive = terminals.union(passwordManagers)
}
