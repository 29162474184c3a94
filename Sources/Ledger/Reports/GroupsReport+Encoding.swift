extension GroupsReport: Encodable {
  /// `daily` and `monthly` as ccusage calls them, and in the same manner `models`, `modes` and `programs`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    try container.encode(groups.map { Row(key: key, group: $0) }, forKey: Name(key.list))
    try container.encode(total, forKey: Name("totals"))
  }

  package var rows: [any Encodable] { groups.map { Row(key: key, group: $0) } }

  package var rowKeys: [String] {
    [key.field] + (key == .model ? [] : ["modelsUsed"]) + Total.keys
  }

  /// A group beside the sums of its turns.
  private struct Row: Encodable {
    var key: Key
    var group: Group

    func encode(to encoder: any Encoder) throws {
      try group.total.encode(to: encoder)
      var container = encoder.container(keyedBy: Name.self)
      try container.encodeIfPresent(group.name, forKey: Name(key.field))
      guard key != .model else { return }
      try container.encode(group.models.map(\.name), forKey: Name("modelsUsed"))
      try container.encode(group.models, forKey: Name("modelBreakdowns"))
    }
  }

  fileprivate struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}

extension GroupsReport.ModelTotal: Encodable {
  package func encode(to encoder: any Encoder) throws {
    try total.encode(to: encoder)
    var container = encoder.container(keyedBy: GroupsReport.Name.self)
    try container.encode(name, forKey: GroupsReport.Name("modelName"))
  }
}

extension GroupsReport.Key {
  /// What a row calls it.
  fileprivate var field: String { self == .day ? "date" : rawValue }

  /// What the list of rows is called.
  fileprivate var list: String {
    switch self {
    case .day: "daily"
    case .month: "monthly"
    case .model, .mode, .program: rawValue + "s"
    }
  }
}
