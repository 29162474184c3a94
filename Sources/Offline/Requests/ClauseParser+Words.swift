import Commands

extension ClauseParser {
  // The words that begin a clause; of two that begin alike, the longer stands first.

  static let clicks: [([String], ClickKind)] = [
    (["double-click on", "double-click", "double click on", "double click", "doubleclick on", "doubleclick"], .double),
    (["right-click on", "right-click", "right click on", "right click", "rightclick"], .right),
    (["middle-click on", "middle-click", "middle click on", "middle click"], .middle),
    (["hover over", "hover on", "hover", "point at", "point to"], .hover),
    (["click on", "click", "tap on", "tap", "push", "activate", "toggle"], .click),
  ]
  static let presses = ["press on", "press", "hit"]
  static let types = ["type in", "type", "write", "enter", "input", "insert"]
  static let checks = ["check", "tick", "enable", "turn on", "switch on"]
  static let unchecks = ["uncheck", "untick", "disable", "turn off", "switch off"]
  static let sets = ["set", "change", "fill in", "fill"]
  static let chooses = ["choose", "select", "pick", "mark"]
  static let opens = ["open up", "open", "launch", "start", "run"]
  static let switches = ["switch to", "go to", "activate window", "bring up", "focus"]
  static let closes = ["close", "dismiss", "cancel"]
  static let waits = ["wait for", "wait until"]

  /// All that begins a clause and needs something after it.
  static let verbs: [String] = {
    let lists: [[String]] = [presses, types, checks, unchecks, sets, chooses, opens, switches, waits, closes]
    return clicks.flatMap(\.0) + lists.flatMap(\.self)
  }()

  static let shortcuts = [
    "save": "ctrl+s", "save it": "ctrl+s", "save the file": "ctrl+s", "save the document": "ctrl+s", "undo": "ctrl+z",
    "redo": "ctrl+shift+z", "copy": "ctrl+c", "cut": "ctrl+x", "paste": "ctrl+v", "select all": "ctrl+a",
    "select everything": "ctrl+a", "go back": "alt+Left", "go forward": "alt+Right", "go up": "alt+Up",
    "reload": "F5", "refresh": "F5", "print": "ctrl+p", "enter": "Return", "escape": "Escape",
    "close the window": "alt+F4", "close this window": "alt+F4", "close window": "alt+F4", "quit": "ctrl+q",
    "close the tab": "ctrl+w", "close this tab": "ctrl+w", "close tab": "ctrl+w", "new tab": "ctrl+t",
    "scroll to the top": "ctrl+Home", "scroll to the bottom": "ctrl+End", "scroll to the end": "ctrl+End",
  ]

  static let numbers = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10,
  ]
}
