import Commands

extension DirectJob {
  func click(_ kind: ClickKind, _ element: ReadElement, deed: String? = nil) -> Plan {
    guard let ref = element.ref else { return .problem("a text cannot be clicked") }
    let words =
      switch kind {
      case .click: "clicked"
      case .double: "double-clicked"
      case .right: "right-clicked"
      case .middle: "middle-clicked"
      case .hover: "pointed at"
      }
    return .commands([.click(kind, .element(ref), modifiers: [])], deed: "\(deed ?? words) \"\(element.name)\"")
  }

  /// Keys that nobody means as the name of something.
  private static let keysOnly: Set = [
    "Return", "Escape", "Tab", "BackSpace", "Delete", "Insert", "Left", "Right", "Up", "Down", "Home", "End", "Prior",
    "Next", "space", "Menu",
  ]

  func press(_ chord: Chord, _ name: NamePhrase, _ times: Int, _ view: ReadView) -> Plan {
    let isKey =
      !chord.modifiers.isEmpty || Self.keysOnly.contains(chord.key) || chord.key.wholeMatch(of: /F\d+/) != nil
    if !isKey,
      let element = view.elements.first(where: { $0.ref != nil && $0.name.lowercased() == name.core.lowercased() })
    {
      return click(.click, element)
    }
    if !isKey, name.core.count > 1 { return aim(at: name, in: view) { click(.click, $0) } }
    return .commands(
      Array(repeating: .key(chord), count: times), deed: "pressed \(chord)" + (times > 1 ? " \(times) times" : ""))
  }

  // MARK: Values

  func check(_ element: ReadElement, _ wanted: Bool) -> Plan {
    guard let ref = element.ref else { return .problem("a text cannot be checked") }
    let word = wanted ? "checked" : "unchecked"
    if ref.kind == .menuItem || ref.kind == .radio && wanted { return click(.click, element) }
    return .commands([.check(ref, wanted)], deed: "\(word) \"\(element.name)\"")
  }

  func type(_ text: String, _ name: NamePhrase, _ enter: Bool, _ view: ReadView) -> Plan {
    aim(at: name, in: view, kinds: [.editable, .document, .combo, .slider]) { element in
      guard let ref = element.ref else { return .problem("nothing can be typed there") }
      let deed = "typed the text into \"\(element.name.isEmpty ? name.core : element.name)\""
      return .commands([.type(ref, text, enter: enter)], deed: deed + (enter ? " and pressed Return" : ""))
    }
  }

  func set(_ element: ReadElement, _ value: String) -> Plan {
    guard let ref = element.ref else { return .problem("a text cannot be set") }
    let deed = "set \"\(element.name)\""
    switch ref.kind {
    case .combo: return .commands([.select(.named(value, in: ref))], deed: "chose \"\(value)\" in \"\(element.name)\"")
    case .check, .radio:
      guard let wanted = Self.truth[value.lowercased()] else {
        return .problem("\"\(element.name)\" can be on or off, not \"\(value)\"")
      }
      return check(element, wanted)
    default: return .commands([.set(ref, value)], deed: deed)
    }
  }

  private static let truth = [
    "on": true, "off": false, "true": true, "false": false, "yes": true, "no": false, "checked": true,
    "unchecked": false, "enabled": true, "disabled": false,
  ]

  // MARK: Choosing

  func choose(_ names: [NamePhrase], _ view: ReadView) -> Plan {
    guard names.count > 1 else { return aim(at: names[0], in: view, choose) }
    var refs: [Ref] = []
    for name in names {
      guard case .one(let element) = NameSearch.find(name, in: view.elements, kinds: [.item]), let ref = element.ref
      else {
        // Not several things after all, but one whose name holds an "and".
        let whole = NamePhrase(RequestText(names.map(\.full).joined(separator: " and ")))
        return aim(at: whole, in: view, choose)
      }
      refs.append(ref)
    }
    let list = FolderReport.list(names.map { "\"\($0.core)\"" })
    return .commands([.select(.items(refs))], deed: "selected \(list)")
  }

  private func choose(_ element: ReadElement) -> Plan {
    guard let ref = element.ref, ref.kind == .item else { return click(.click, element) }
    return .commands([.select(.items([ref]))], deed: "selected \"\(element.name)\"")
  }

  /// From a drop-down, a menu or a list.
  func choose(_ names: [NamePhrase], from place: NamePhrase, _ view: ReadView) -> Plan {
    let choice = names.map(\.full).joined(separator: " and ")
    if case .one(let element) = NameSearch.find(place, in: view.elements, kinds: [.combo, .menu, .group]),
      let ref = element.ref
    {
      if ref.kind == .menu {
        return .commands([.menu([element.name, choice], of: nil)], deed: "chose \(element.name) > \(choice)")
      }
      return .commands([.select(.named(choice, in: ref))], deed: "chose \"\(choice)\" in \"\(element.name)\"")
    }
    return choose(names, view)
  }

  // MARK: Windows

  func scroll(_ direction: Direction, _ amount: Int, _ name: NamePhrase?, _ view: ReadView) -> Plan {
    let deed = "scrolled \(direction.rawValue)"
    guard let name else { return .commands([.scroll(nil, direction, .clicks(amount))], deed: deed) }
    if ["list", "page", "window", "document", "text", "view", "it", "down"].contains(name.core.lowercased()) {
      let main = view.sections.first { $0.heading?.marks.contains("!") ?? false }?.ref
      return .commands([.scroll(main, direction, .clicks(amount))], deed: deed)
    }
    return aim(at: name, in: view) { .commands([.scroll($0.ref, direction, .clicks(amount))], deed: deed) }
  }

  func closeDialog(_ view: ReadView) -> Plan {
    guard view.isDialog else { return .problem("no dialog is open") }
    for name in ["close", "cancel", "dismiss", "ok"] {
      let button = view.elements.first { $0.ref?.kind == .button && NameSearch.normalized($0.name) == name }
      if let button, !button.isDisabled, let ref = button.ref {
        return .commands([.click(.click, .element(ref), modifiers: [])], deed: "closed the dialog \"\(view.title)\"")
      }
    }
    return .commands(
      [.key(Chord(modifiers: [], key: "Escape"))], deed: "pressed Escape to close the dialog \"\(view.title)\"")
  }

  /// Something that the window shows, or else a program or a file.
  func open(_ name: NamePhrase, _ view: ReadView) -> Plan {
    guard case .one(let element) = NameSearch.find(name, in: view.elements), let ref = element.ref, !element.isDisabled
    else {
      return .commands([.open(name.core)], deed: "opened \"\(name.core)\"")
    }
    let isRow = ref.kind == .item
    return click(isRow ? .double : .click, element, deed: isRow ? "opened" : nil)
  }
}
