import Commands

extension DirectJob {
  /// How a step can be carried out now.
  enum Plan: Sendable {
    /// By these commands; and what was done then, in words.
    case commands([Command], deed: String)
    /// First by looking for something.
    case seek(NamePhrase)
    /// Not at all, and why.
    case problem(String)
  }

  func resolve(_ step: DirectStep, in view: ReadView) -> Plan {
    switch step {
    case .click(let kind, let name): aim(at: name, in: view) { click(kind, $0) }
    case .press(let chord, let name, let times): press(chord, name, times, view)
    case .check(let name, let wanted):
      aim(at: name, in: view, kinds: [.check, .radio, .menuItem]) { check($0, wanted) }
    case .type(let text, nil, let enter):
      .commands([.type(nil, text, enter: enter)], deed: "typed the text" + (enter ? " and pressed Return" : ""))
    case .type(let text, let name?, let enter): type(text, name, enter, view)
    case .set(let name, let value): aim(at: name, in: view, kinds: Self.holdingValues) { set($0, value) }
    case .choose(let names, nil): choose(names, view)
    case .choose(let names, let place?): choose(names, from: place, view)
    case .menu(let path): .commands([.menu(path, of: nil)], deed: "chose \(path.joined(separator: " > "))")
    case .openMenu(let title):
      aim(at: NamePhrase(RequestText("\(title) menu")), in: view) { click(.click, $0, deed: "opened the menu") }
    case .scroll(let direction, let amount, let name): scroll(direction, amount, name, view)
    case .window(let title): .commands([.window(title)], deed: "switched to \(title)")
    case .closeDialog: closeDialog(view)
    case .open(let name): open(name, view)
    case .wait(let text, let gone):
      .commands(
        gone ? [.gone(text, seconds: 60)] : [.wait(text, seconds: 60)],
        deed: "waited until \"\(text)\" was \(gone ? "gone" : "there")")
    }
  }

  static let holdingValues: Set<Ref.Kind> = [.editable, .document, .combo, .slider, .check, .radio]

  // MARK: Names

  /// The plan for what is called so; for things in closed menus, the way there.
  func aim(
    at name: NamePhrase, in view: ReadView, kinds: Set<Ref.Kind> = [], _ plan: (ReadElement) -> Plan
  ) -> Plan {
    var result = NameSearch.find(name, in: view.elements, kinds: kinds)
    if case .none = result, let found = view.found { result = NameSearch.find(name, in: found, kinds: kinds) }
    switch result {
    case .none: return .seek(name)
    case .several(let elements): return .problem(Self.ambiguous(name, elements))
    case .one(let element):
      guard !element.isDisabled else { return .problem("\(Self.described(element)) is there, but it is disabled") }
      if element.isHidden, element.isInMenu, let place = element.place {
        let path = place.menuPath + [element.name]
        return .commands([.menu(path, of: nil)], deed: "chose \(path.joined(separator: " > "))")
      }
      return plan(element)
    }
  }

  static func described(_ element: ReadElement) -> String {
    "the \(element.ref?.kind.words ?? "text") \"\(element.name)\""
  }

  private static func ambiguous(_ name: NamePhrase, _ elements: [ReadElement]) -> String {
    let names = Set(elements.map(described))
    if names.count == 1 { return "there are \(elements.count) things called \"\(elements[0].name)\" here: say which" }
    return "\"\(name.core)\" could be \(FolderReport.list(names.sorted())): say which"
  }
}

extension ReadElement {
  fileprivate var isInMenu: Bool { ref.map { [.menuItem, .check, .radio, .menu].contains($0.kind) } ?? false }
}

extension Ref.Kind {
  /// What a person calls it.
  var words: String {
    switch self {
    case .button: "button"
    case .editable: "field"
    case .check: "check box"
    case .radio: "option"
    case .menu: "menu"
    case .menuItem: "menu item"
    case .item: "item"
    case .tab: "tab"
    case .combo: "drop-down"
    case .slider: "slider"
    case .link: "link"
    case .document: "document"
    case .group: "group"
    }
  }
}
