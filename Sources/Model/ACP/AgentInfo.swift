/// What an agent says about itself in answer to `initialize`.
struct AgentInfo: Sendable, Hashable {
  let name: String
  let takesImages: Bool
  /// What to do to be logged in, in words.
  let login: String

  static let protocolVersion = 1

  /// An agent that has not said anything yet.
  init(command: AgentCommand) {
    name = command.name
    takesImages = false
    login = Self.unknownLogin
  }

  /// Nil where it speaks another version of the protocol.
  init?(_ json: JSONValue, command: AgentCommand) {
    guard json["protocolVersion"] == .integer(Self.protocolVersion) else { return nil }
    let info = json["agentInfo"]
    let title = info?["title"]?.string ?? info?["name"]?.string
    name = title.map { ServerText.clean($0, limit: 60) } ?? command.name
    takesImages = json["agentCapabilities"]?["promptCapabilities"]?["image"] == .bool(true)
    let methods = (json["authMethods"]?.array ?? []).map { Self.remedy($0, command: command) }
    login = methods.isEmpty ? Self.unknownLogin : methods.joined(separator: ", or ")
  }

  /// Which meter it draws from, as far as that can be known.
  var meter: String {
    let use = name.lowercased().contains("claude") ? "; of a Claude plan, that is programmatic use" : ""
    return "the account that \(name) is logged in with\(use)"
  }

  private static let unknownLogin = "log in with its own program in a terminal"

  /// What it is told about this program, which offers it nothing: it is asked for words.
  static let request: JSONValue = .object([
    "protocolVersion": .integer(protocolVersion),
    "clientCapabilities": .object([
      "fs": .object(["readTextFile": .bool(false), "writeTextFile": .bool(false)]), "terminal": .bool(false),
    ]),
    "clientInfo": .object(["name": .string("fazm-linux"), "title": .string("fazm-linux"), "version": .string("0.1.0")]),
  ])

  /// One way to log in, as the agent describes it.
  private static func remedy(_ method: JSONValue, command: AgentCommand) -> String {
    let variables = (method["vars"]?.array ?? []).compactMap { $0["name"]?.string }
    if method["type"]?.string == "env_var", !variables.isEmpty {
      return "set " + ServerText.clean(variables.joined(separator: " and "), limit: 120)
    }
    if method["type"]?.string == "terminal" {
      let arguments = (method["args"]?.array ?? []).compactMap(\.string)
      return "run " + ServerText.clean((command.words + arguments).joined(separator: " "), limit: 200)
        + " in a terminal"
    }
    let name = method["name"]?.string ?? method["id"]?.string ?? "its own way"
    let description = method["description"]?.string.map { " (\($0))" } ?? ""
    return "log in to it in a terminal: " + ServerText.clean(name + description, limit: 200)
  }
}
