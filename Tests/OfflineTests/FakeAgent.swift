import Commands
import Model
import Outline
import Prompts

/// Runs a task as the agent does, on a file manager that is not there, and writes down what was said.
struct FakeAgent {
  let window: FakeFileManager
  private var outliner: Outliner
  private var messages: [Message] = []
  private(set) var replies: [[Command]] = []

  init(_ window: FakeFileManager, budget: Int = 200) {
    self.window = window
    outliner = Outliner(budget: budget)
  }

  /// The words at the end: `done` or `fail`; nil where there was none within `turns`.
  mutating func run(_ request: String, on model: any LanguageModel, turns: Int = 40) async throws -> Command? {
    let outline = outliner.outline(of: window.snapshot, for: request).text
    tell(
      [words(.request, ["request": request]), words(.context, ["date": "2026-01-05", "home": "/home/sam"])], outline)
    for _ in 0..<turns {
      let reply = try await model.reply(to: ModelRequest(system: "", messages: messages, maxTokens: 2048))
      messages.append(reply.message)
      let commands = try Reply.parse(reply.text).commands
      replies.append(commands)
      switch commands.last {
      case .done, .fail, .ask: return commands.last
      default: carryOut(commands)
      }
    }
    return nil
  }

  var transcript: String {
    messages.map { message in
      message.parts.map { if case .text(let text) = $0 { "\(message.author): \(text)" } else { "" } }.joined()
    }.joined(separator: "\n\n")
  }

  private mutating func carryOut(_ commands: [Command]) {
    var lines: [String] = []
    var answers: [String] = []
    var grounds: Set = [window.snapshot.window.id]
    var ran = 0
    for (index, command) in commands.enumerated() {
      let before = window.snapshot
      ran += 1
      switch command {
      case .find(let text): answers.append(outliner.find(text))
      case .expand(let ref): answers.append(outliner.expand(ref) ?? "")
      default:
        do {
          try window.perform(command, outliner.refs)
        } catch {
          let reason = (error as? Refusal)?.reason ?? "\(error)"
          lines.append(words(.step, ["line": "\(command)", "effect": words(.refused, ["reason": reason])]))
        }
      }
      guard lines.allSatisfy({ !$0.hasPrefix("\(command): not done") }) else { break }
      if window.snapshot == before, !command.isWait, answers.isEmpty {
        lines.append(words(.step, ["line": "\(command)", "effect": words(.noEffect)]))
      }
      let ground = window.snapshot.window.id
      if command.isWait { grounds.insert(ground) }
      guard grounds.contains(ground) || commands.dropFirst(index + 1).first?.isWait ?? true else {
        lines.append(words(.shifted, ["window": "\"\(window.title)\""]))
        break
      }
    }
    let notRun = commands.dropFirst(ran)
    if !notRun.isEmpty {
      lines.append(words(.notRun, ["commands": notRun.map(\.description).joined(separator: "; ")]))
    }
    if lines.isEmpty { lines.append(words(.allDone)) }
    tell(lines, (answers + [outliner.update(to: window.snapshot).text]).joined(separator: "\n"))
  }

  private mutating func tell(_ lines: [String], _ screen: String) {
    let text = (lines + ["<screen k7x2>", screen, "</screen k7x2>"]).joined(separator: "\n")
    messages.append(Message(.user, text: text))
  }

  private func words(_ key: Key, _ values: KeyValuePairs<String, String> = [:]) -> String {
    Prompts.steps(Key.self)(key, values)
  }

  private enum Key: String {
    case request, context, step, refused, shifted
    case allDone = "all-done"
    case noEffect = "no-effect"
    case notRun = "not-run"
  }
}

extension Command {
  fileprivate var isWait: Bool {
    switch self {
    case .wait, .gone: true
    default: false
    }
  }
}
