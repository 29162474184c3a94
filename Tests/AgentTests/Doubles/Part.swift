import Geometry
import Outline

/// A part of a simulated window, by what a test needs to say of it and no more.
struct Part: Sendable {
  var role: Role
  var name: String
  var states: States = [.enabled, .sensitive, .showing, .visible]
  var interfaces: Interfaces = [.component]
  var text: String?
  var value: Value?
  /// False for what has no place on the screen, as the items of a closed menu.
  var isPlaced = true
  var parts: [Part] = []

  /// The same part with other states.
  func with(_ added: States, without missing: States = []) -> Part {
    var copy = self
    copy.states = states.union(added).subtracting(missing)
    return copy
  }

  static func button(_ name: String) -> Part {
    Part(role: .pushButton, name: name, interfaces: [.action, .component])
  }

  static func check(_ name: String, isOn: Bool = false) -> Part {
    Part(role: .checkBox, name: name, interfaces: [.action, .component]).with(isOn ? .checked : [])
  }

  static func field(_ name: String, _ text: String = "") -> Part {
    Part(role: .entry, name: name, interfaces: [.component, .editableText, .text], text: text)
      .with([.editable, .focusable, .singleLine])
  }

  static func password(_ name: String) -> Part {
    Part(role: .passwordText, name: name, interfaces: [.component, .editableText, .text])
      .with([.editable, .focusable, .singleLine])
  }

  static func slider(_ name: String, _ current: Double) -> Part {
    Part(
      role: .slider, name: name, interfaces: [.component, .value],
      value: Value(current: current, minimum: 0, maximum: 100))
  }

  static func label(_ name: String) -> Part {
    Part(role: .label, name: name)
  }

  static func list(_ name: String, _ items: [String]) -> Part {
    let items = items.map { Part(role: .listItem, name: $0).with(.selectable) }
    return Part(role: .list, name: name, interfaces: [.component, .selection], parts: items)
  }

  /// Its items show once it is open.
  static func combo(_ name: String, _ items: [String]) -> Part {
    let items = items.map { Part(role: .menuItem, name: $0, interfaces: [.action, .component], isPlaced: false) }
    return Part(role: .comboBox, name: name, interfaces: [.action, .component], parts: items)
  }

  static func menuBar(_ menus: [Part]) -> Part {
    Part(role: .menuBar, name: "", parts: menus)
  }

  /// Its items show once it is open.
  static func menu(_ name: String, _ items: [String]) -> Part {
    let items = items.map { Part(role: .menuItem, name: $0, interfaces: [.action, .component], isPlaced: false) }
    return Part(role: .menu, name: name, interfaces: [.action, .component], parts: items)
  }

  /// A menu that stands open in a window of its own.
  static func openMenu(_ name: String, _ items: [String]) -> Part {
    let items = items.map { Part(role: .menuItem, name: $0, interfaces: [.action, .component]) }
    return Part(role: .menu, name: name, interfaces: [.action, .component], parts: items)
  }

  static func document(_ name: String, _ text: String) -> Part {
    Part(role: .text, name: name, interfaces: [.component, .editableText, .text], text: text)
      .with([.editable, .focusable, .multiLine])
  }

  /// A document whose paragraphs are accessibles of their own, called after it and their numbers.
  static func letter(_ name: String, _ paragraphs: [String]) -> Part {
    let parts = paragraphs.enumerated().map { number, text in
      Part(
        role: .paragraph, name: "\(name) \(number + 1)", interfaces: [.component, .editableText, .text], text: text
      ).with([.editable, .focusable, .multiLine])
    }
    return Part(role: .documentText, name: name, parts: parts)
  }

  static func dialog(_ name: String, _ parts: [Part]) -> Part {
    Part(role: .dialog, name: name, parts: parts).with(.modal)
  }
}
