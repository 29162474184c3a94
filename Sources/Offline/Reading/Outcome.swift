import Commands
import Prompts

/// What a message says about the commands of the last reply.
struct Outcome: Sendable, Hashable {
  /// Why a command was not carried out, in words.
  private(set) var refusal: String?
  /// How many of the last commands did not run.
  private(set) var notRunCount = 0
  /// Commands that changed nothing that could be seen.
  private(set) var withoutEffect: Set<String> = []
  /// What could neither be seen nor be scrolled to.
  private(set) var outOfSight: Ref?

  /// Of a reply that could not be used at all.
  init(unused commands: [Command]) {
    notRunCount = commands.count
  }

  /// Reads the lines around the screen, about a reply of `commands`.
  init(lines: [String], of commands: [Command]) {
    for line in lines {
      if let list = Words.notRun.values(in: line)?["commands"] {
        notRunCount =
          (1...max(commands.count, 1)).last { count in
            commands.suffix(count).map(\.description).joined(separator: "; ") == list
          } ?? commands.count
      } else {
        readStep(line, commands)
      }
    }
  }

  private mutating func readStep(_ line: String, _ commands: [Command]) {
    guard let command = commands.map(\.description).first(where: { line.hasPrefix("\($0): ") }) else { return }
    let effect = String(line.dropFirst(command.count + 2))
    if let reason = Words.refused.values(in: effect)?["reason"] {
      refusal = reason
      outOfSight = Words.outOfSight.values(in: reason)?["ref"].flatMap { Ref($0) }
    } else if effect == Words.noEffect.text {
      withoutEffect.insert(command)
    }
  }

  /// How many of `commands` ran to their end.
  func ranCount(of commands: [Command]) -> Int {
    max(0, commands.count - notRunCount - (refusal == nil ? 0 : 1))
  }

  private enum Words: String, CaseIterable {
    case refused
    case notRun = "not-run"
    case noEffect = "no-effect"
    case outOfSight = "out-of-sight"

    private static let phrases = Prompts.steps(Words.self)
    private static let patterns = Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, PhrasePattern(phrases.templates[$0.rawValue] ?? "")) })

    var text: String { Self.phrases(self) }

    func values(in text: String) -> [String: String]? { Self.patterns[self]?.values(in: text) }
  }
}
