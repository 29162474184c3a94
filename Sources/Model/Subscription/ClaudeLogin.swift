import Foundation

/// How `claude` is logged in, as its own status command tells.
struct ClaudeLogin: Sendable, Hashable {
  /// "pro", "max", "team"; nil where it does not say.
  let plan: String?

  /// Asks the program, which asks nobody.
  static func check(_ program: ClaudeProgram, within limit: Duration) async throws(ModelError) -> ClaudeLogin {
    let version = try await answer(program, ["--version"], within: limit)
    guard isRecent(version) else {
      throw .incompatible(
        program: ClaudeProgram.name,
        reason: "it calls itself \(ServerText.clean(version, limit: 40)); \(oldest) or newer is needed")
    }
    let status = try await answer(program, ["auth", "status", "--json"], within: limit)
    guard let json = try? JSONDecoder().decode(JSONValue.self, from: Data(status.utf8)),
      case .bool(let isLoggedIn)? = json["loggedIn"]
    else { throw .incompatible(program: ClaudeProgram.name, reason: "its auth status is not readable") }
    guard isLoggedIn else { throw ClaudeProgram.notLoggedIn }
    return try ClaudeLogin(json)
  }

  /// From the status of a program that is logged in; throws where that login is not a plan's.
  private init(_ json: JSONValue) throws(ModelError) {
    if let provider = json["apiProvider"]?.string, provider != "firstParty" {
      throw .otherPayer(program: ClaudeProgram.name, payer: "your \(ServerText.clean(provider, limit: 40)) account")
    }
    switch json["authMethod"]?.string {
    case "claude.ai", "oauth_token": plan = json["subscriptionType"]?.string.map { ServerText.clean($0, limit: 40) }
    default:
      let source = json["apiKeySource"]?.string ?? "its login"
      throw .otherPayer(program: ClaudeProgram.name, payer: "the API credit of \(ServerText.clean(source, limit: 60))")
    }
  }

  /// Which meter it draws from: Anthropic calls `claude -p` programmatic use, and counts it toward the plan's limits.
  var meter: String {
    "your Claude plan\(plan.map { " (\($0))" } ?? "")'s limits, as programmatic use; dollars are what the API would charge"
  }

  private static var oldest: String { ClaudeProgram.oldest.map(String.init).joined(separator: ".") }

  private static func isRecent(_ version: String) -> Bool {
    let numbers = version.prefix { $0.isNumber || $0 == "." }.split(separator: ".").compactMap { Int($0) }
    return numbers.count == 3 && !numbers.lexicographicallyPrecedes(ClaudeProgram.oldest)
  }

  private static func answer(
    _ program: ClaudeProgram, _ arguments: [String], within limit: Duration
  ) async throws(ModelError) -> String {
    let child: ChildProcess
    let folder: EmptyFolder
    do {
      folder = try EmptyFolder()
      child = try await ChildProcess.start(program.command(arguments, in: folder))
    } catch {
      throw .programEnded(program: ClaudeProgram.name, reason: error.reason)
    }
    child.signal(SIGKILL, after: limit)
    var text = ""
    for await line in child.lines { text += String(decoding: line, as: UTF8.self) + "\n" }
    if Task.isCancelled { child.signal(SIGKILL) }
    let ending = await child.ending
    withExtendedLifetime(folder) {}
    if Task.isCancelled { throw .cancelled }
    if ending == .killed(signal: SIGKILL) {
      throw .timedOut(host: ClaudeProgram.name, seconds: Int((limit / .seconds(1)).rounded(.up)))
    }
    // Not being logged in is an exit of 1 with an answer.
    guard text.isEmpty else { return text }
    throw .programEnded(program: ClaudeProgram.name, reason: child.reason(for: ending))
  }
}
