import Agent
import Commands
import Outline

/// Carries out commands as a task does, and says what each turn took.
struct TurnTimer {
  private var steps: StepRunner

  init(desktop: Desktop, window: Window) async throws {
    let observer = try await Observer(desktop: desktop, window: window)
    steps = StepRunner(observer: observer, outliner: Outliner(budget: 100_000))
  }

  /// One turn: look, act, settle. Then it sleeps as other agents do, and looks whether what was judged still holds.
  mutating func turn(_ line: Substring) async throws -> Turn {
    let before = steps.observer.snapshot
    let (turn, report) = try await timed(line)
    let settled = steps.observer.snapshot
    try await Task.sleep(for: .seconds(1))
    try await steps.observer.observe()
    let later = steps.observer.snapshot
    var judged = turn
    judged.isEarly = EffectJudge.effect(of: report.command, on: nil, before: settled, after: later) != .nothing
    judged.isMissed =
      report.effect == .nothing
      && EffectJudge.effect(of: report.command, on: nil, before: before, after: later) != .nothing
    return judged
  }

  mutating func carryOut(_ line: Substring) async throws -> Turn {
    try await timed(line).turn
  }

  private mutating func timed(_ line: Substring) async throws -> (turn: Turn, report: StepReport) {
    let outline = steps.outliner.outline(of: steps.observer.snapshot, for: "")
    let command = try Command.parse(Self.filled(String(line), from: outline.text))
    let (start, spentBefore) = (ContinuousClock.now, steps.observer.spent)
    let run = await steps.run([command])
    let total = ContinuousClock.now - start
    let spent = steps.observer.spent
    let (observing, settling) = (spent.observing - spentBefore.observing, spent.settling - spentBefore.settling)
    guard let report = run.reports.first else { throw NotRun(reason: "\(String(describing: run.viewError))") }
    if case .refused(let error) = report.effect { throw NotRun(reason: error.sentence) }
    let turn = Turn(
      observing: observing / .milliseconds(1), acting: (total - observing - settling) / .milliseconds(1),
      settling: settling / .milliseconds(1), effect: report.effect.word.rawValue)
    return (turn, report)
  }

  /// The command, with the ref of what a name in braces after its verb stands for.
  private static func filled(_ line: String, from outline: String) throws -> String {
    guard let match = line.firstMatch(of: /^(\w+) \{([^}]+)\}/) else { return line }
    let name = match.output.2
    let refs = outline.matches(of: /\b([berxmictosadg][0-9]+)[+*!?\-]*(?:="[^"\n]*")? "?/)
    guard let ref = refs.first(where: { outline[$0.range.upperBound...].hasPrefix(name) }) else {
      throw NotRun(reason: "nothing is called \(name)")
    }
    return "\(match.output.1) \(ref.output.1)" + line[match.range.upperBound...]
  }
}

/// What one turn took, in milliseconds, and whether it was judged well.
struct Turn: Encodable {
  var observing: Double
  var acting: Double
  var settling: Double
  var effect: String
  /// Called without effect, though a second later there was one.
  var isMissed = false
  /// The window went on changing within a second.
  var isEarly = false
}

struct NotRun: Error, CustomStringConvertible {
  var reason: String

  var description: String { reason }
}
