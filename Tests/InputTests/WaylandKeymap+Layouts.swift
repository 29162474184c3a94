import CXkbcommon
import Glibc
import Testing

@testable import Input

extension WaylandKeymap {
  /// Of layouts by their names, such as `us,ru`, as a compositor hands it out.
  static func of(_ layouts: String) throws -> WaylandKeymap {
    let context = try #require(xkb_context_new(XKB_CONTEXT_NO_FLAGS))
    defer { xkb_context_unref(context) }
    let text = try layouts.withCString { layouts in
      var names = xkb_rule_names(rules: nil, model: nil, layout: layouts, variant: nil, options: nil)
      let keymap = try #require(xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS))
      defer { xkb_keymap_unref(keymap) }
      let text = try #require(xkb_keymap_get_as_string(keymap, XKB_KEYMAP_FORMAT_TEXT_V1))
      defer { free(text) }
      return String(cString: text)
    }
    return try #require(WaylandKeymap(text))
  }
}
