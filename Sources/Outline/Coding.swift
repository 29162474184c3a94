// States and interfaces are written as lists of names, so that a recorded tree can be read and edited.

extension States: Codable {
  private static let names: [(name: String, state: States)] = [
    ("active", .active),
    ("armed", .armed),
    ("busy", .busy),
    ("checked", .checked),
    ("collapsed", .collapsed),
    ("defunct", .defunct),
    ("editable", .editable),
    ("enabled", .enabled),
    ("expandable", .expandable),
    ("expanded", .expanded),
    ("focusable", .focusable),
    ("focused", .focused),
    ("hasTooltip", .hasTooltip),
    ("horizontal", .horizontal),
    ("iconified", .iconified),
    ("modal", .modal),
    ("multiLine", .multiLine),
    ("multiselectable", .multiselectable),
    ("opaque", .opaque),
    ("pressed", .pressed),
    ("resizable", .resizable),
    ("selectable", .selectable),
    ("selected", .selected),
    ("sensitive", .sensitive),
    ("showing", .showing),
    ("singleLine", .singleLine),
    ("stale", .stale),
    ("transient", .transient),
    ("vertical", .vertical),
    ("visible", .visible),
    ("managesDescendants", .managesDescendants),
    ("indeterminate", .indeterminate),
    ("required", .required),
    ("truncated", .truncated),
    ("animated", .animated),
    ("invalidEntry", .invalidEntry),
    ("supportsAutocompletion", .supportsAutocompletion),
    ("selectableText", .selectableText),
    ("isDefault", .isDefault),
    ("visited", .visited),
    ("checkable", .checkable),
    ("hasPopup", .hasPopup),
    ("readOnly", .readOnly),
  ]

  package init(from decoder: any Decoder) throws {
    self = try decodeNames(from: decoder, known: Self.names.map { ($0.name, $0.state) })
  }

  package func encode(to encoder: any Encoder) throws {
    try Self.names.filter { contains($0.state) }.map(\.name).encode(to: encoder)
  }
}

extension Interfaces: Codable {
  private static let names: [(name: String, interface: Interfaces)] = [
    ("action", .action),
    ("component", .component),
    ("editableText", .editableText),
    ("selection", .selection),
    ("table", .table),
    ("image", .image),
    ("tableCell", .tableCell),
    ("text", .text),
    ("value", .value),
  ]

  package init(from decoder: any Decoder) throws {
    self = try decodeNames(from: decoder, known: Self.names.map { ($0.name, $0.interface) })
  }

  package func encode(to encoder: any Encoder) throws {
    try Self.names.filter { contains($0.interface) }.map(\.name).encode(to: encoder)
  }
}

private func decodeNames<Set: OptionSet>(
  from decoder: any Decoder, known: [(String, Set)]
) throws -> Set where Set.Element == Set {
  let values = Dictionary(uniqueKeysWithValues: known)
  let names = try [String](from: decoder)
  return try names.reduce(into: []) { set, name in
    guard let value = values[name] else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no state or interface is called \(name)"))
    }
    set.insert(value)
  }
}
