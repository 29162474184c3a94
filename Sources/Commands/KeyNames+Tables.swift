extension KeyNames {
  /// The X keysym names of keys that no character stands for.
  package static let named = [
    "Return", "Escape", "Tab", "BackSpace", "Delete", "Insert", "ISO_Left_Tab",
    "Left", "Right", "Up", "Down", "Home", "End", "Prior", "Next",
    "Menu", "Print", "Pause", "Break", "Sys_Req", "Help", "Undo", "Redo", "Find", "Cancel", "Select", "Clear",
    "Caps_Lock", "Num_Lock", "Scroll_Lock",
    "Control_L", "Control_R", "Shift_L", "Shift_R", "Alt_L", "Alt_R", "Meta_L", "Meta_R", "Super_L", "Super_R",
    "Hyper_L", "Hyper_R", "ISO_Level3_Shift", "Multi_key", "Mode_switch",
    "KP_0", "KP_1", "KP_2", "KP_3", "KP_4", "KP_5", "KP_6", "KP_7", "KP_8", "KP_9",
    "KP_Add", "KP_Subtract", "KP_Multiply", "KP_Divide", "KP_Decimal", "KP_Separator", "KP_Equal", "KP_Enter",
    "KP_Left", "KP_Right", "KP_Up", "KP_Down", "KP_Home", "KP_End", "KP_Prior", "KP_Next", "KP_Insert", "KP_Delete",
    "KP_Begin",
    "XF86AudioLowerVolume", "XF86AudioRaiseVolume", "XF86AudioMute", "XF86AudioMicMute", "XF86AudioPlay",
    "XF86AudioPause", "XF86AudioStop", "XF86AudioPrev", "XF86AudioNext", "XF86AudioRecord", "XF86AudioRewind",
    "XF86AudioForward", "XF86AudioMedia", "XF86MonBrightnessUp", "XF86MonBrightnessDown", "XF86KbdBrightnessUp",
    "XF86KbdBrightnessDown", "XF86Back", "XF86Forward", "XF86Reload", "XF86Refresh", "XF86Stop", "XF86HomePage",
    "XF86Search", "XF86Favorites", "XF86Mail", "XF86WWW", "XF86Calculator", "XF86Explorer", "XF86MyComputer",
    "XF86Documents", "XF86Copy", "XF86Cut", "XF86Paste", "XF86Open", "XF86Close", "XF86Save", "XF86New", "XF86Eject",
    "XF86Sleep", "XF86Suspend", "XF86WakeUp", "XF86PowerOff", "XF86ScreenSaver", "XF86Tools", "XF86ZoomIn",
    "XF86ZoomOut", "XF86TouchpadToggle", "XF86Display", "XF86WLAN", "XF86Bluetooth", "XF86RFKill",
  ]

  /// The X keysym names of the ASCII characters that are neither letters nor digits.
  package static let characters: [Unicode.Scalar: String] = [
    " ": "space", "!": "exclam", "\"": "quotedbl", "#": "numbersign", "$": "dollar", "%": "percent",
    "&": "ampersand", "'": "apostrophe", "(": "parenleft", ")": "parenright", "*": "asterisk", "+": "plus",
    ",": "comma", "-": "minus", ".": "period", "/": "slash", ":": "colon", ";": "semicolon", "<": "less",
    "=": "equal", ">": "greater", "?": "question", "@": "at", "[": "bracketleft", "\\": "backslash",
    "]": "bracketright", "^": "asciicircum", "_": "underscore", "`": "grave", "{": "braceleft", "|": "bar",
    "}": "braceright", "~": "asciitilde",
  ]

  /// What people call keys whose keysym has another name, in lower case.
  static let aliases: [String: String] = [
    "enter": "Return", "newline": "Return", "esc": "Escape", "bksp": "BackSpace",
    "back_space": "BackSpace", "del": "Delete", "ins": "Insert", "backtab": "ISO_Left_Tab",
    "leftarrow": "Left", "rightarrow": "Right", "uparrow": "Up", "downarrow": "Down",
    "arrowleft": "Left", "arrowright": "Right", "arrowup": "Up", "arrowdown": "Down",
    "arrow_left": "Left", "arrow_right": "Right", "arrow_up": "Up", "arrow_down": "Down",
    "left_arrow": "Left", "right_arrow": "Right", "up_arrow": "Up", "down_arrow": "Down",
    "pgup": "Prior", "pageup": "Prior", "page_up": "Prior", "pgdn": "Next", "pgdown": "Next", "pagedown": "Next",
    "page_down": "Next",
    "apps": "Menu", "contextmenu": "Menu", "context_menu": "Menu", "prtsc": "Print", "prtscn": "Print",
    "printscreen": "Print", "print_screen": "Print", "capslock": "Caps_Lock", "numlock": "Num_Lock",
    "scrolllock": "Scroll_Lock", "altgr": "ISO_Level3_Shift", "compose": "Multi_key",
    "spacebar": "space", "dash": "minus", "hyphen": "minus", "dot": "period", "backtick": "grave",
    "backquote": "grave", "quote": "apostrophe", "doublequote": "quotedbl", "equals": "equal", "hash": "numbersign",
    "pipe": "bar", "tilde": "asciitilde",
    "volumeup": "XF86AudioRaiseVolume", "volumedown": "XF86AudioLowerVolume", "volumemute": "XF86AudioMute",
    "audiovolumeup": "XF86AudioRaiseVolume", "audiovolumedown": "XF86AudioLowerVolume",
    "audiovolumemute": "XF86AudioMute", "mute": "XF86AudioMute", "playpause": "XF86AudioPlay",
    "mediaplaypause": "XF86AudioPlay", "mediatracknext": "XF86AudioNext", "mediatrackprevious": "XF86AudioPrev",
    "brightnessup": "XF86MonBrightnessUp", "brightnessdown": "XF86MonBrightnessDown",
    "browserback": "XF86Back", "browserforward": "XF86Forward",
  ]
}
