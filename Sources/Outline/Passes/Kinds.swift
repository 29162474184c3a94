import Commands

extension Node {
  /// The letter of the ref that this accessible gets; nil for what cannot be used.
  var kind: Ref.Kind? {
    switch role {
    case .pushButton: states.contains(.hasPopup) ? .menu : .button
    case .pushButtonMenu, .menu: .menu
    case .toggleButton: states.contains(.hasPopup) ? .menu : .check
    case .checkBox, .checkMenuItem: .check
    case .radioButton, .radioMenuItem: .radio
    case .menuItem: .menuItem
    case .pageTab: .tab
    case .comboBox: states.contains(.editable) ? .editable : .combo
    case .slider, .spinButton, .dial: .slider
    case .colorChooser: interfaces.contains(.value) ? .slider : nil
    case .link: .link
    case .listItem, .treeItem, .desktopIcon, .tableCell, .tableRow: .item
    case .icon: states.contains(.selectable) || isPressable ? .item : nil
    case .entry, .passwordText, .editbar, .autocomplete, .dateEditor: .editable
    case .documentText, .terminal: .document
    case .text: textKind
    case .image: isPressable ? .button : nil
    default: otherKind
    }
  }

  /// True for what shows things to pick from, whatever its role is called.
  var isList: Bool { role.isList || (role == .layeredPane && interfaces.contains(.selection)) }

  /// True where it cannot be used now.
  var isDisabled: Bool { !states.contains(.enabled) && !states.contains(.sensitive) }

  private var textKind: Ref.Kind? {
    let isLong = states.contains(.multiLine) || (!states.contains(.singleLine) && text?.contains("\n") == true)
    // A message in a field that nobody can type into is a text.
    if isLong { return states.contains(.editable) || (text?.count ?? 0) > 200 ? .document : nil }
    return states.contains(.editable) ? .editable : nil
  }

  /// Parts of web pages and of newer toolkits that are used like fields or buttons.
  private var otherKind: Ref.Kind? {
    if states.contains(.editable), states.contains(.focusable), interfaces.contains(.text), !role.isDocument {
      return states.contains(.multiLine) ? .document : .editable
    }
    return (role == .section || role == .panel || role == .unknown) && isPressable && !name.isEmpty ? .button : nil
  }

  private var isPressable: Bool {
    interfaces.contains(.action) && states.contains(.focusable)
  }
}
