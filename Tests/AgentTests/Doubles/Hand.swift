import Commands
import Input
import Outline

@testable import Agent

/// Carries out commands on a simulated desktop, as a task does with those of one reply.
struct Hand {
  let desktop: FakeDesktop
  var steps: StepRunner
  /// Everything that was shown so far.
  var screens: String

  init(_ desktop: FakeDesktop, pictures: Int = 20, consent: Consent = .given) async throws {
    try await self.init(desktop, as: desktop.desktop, pictures: pictures, consent: consent)
  }

  /// On a desktop that gives no pointer, nor keys where there is a `refusal`.
  init(withoutPointer fake: FakeDesktop, keys refusal: InputError?) async throws {
    var desktop = fake.desktop
    desktop.input = KeysByLeave(desktop: fake, refusal: refusal)
    try await self.init(fake, as: desktop, pictures: 0)
  }

  private init(
    _ fake: FakeDesktop, as desktop: Desktop, pictures: Int, consent: Consent = .given
  ) async throws {
    self.desktop = fake
    let observer = try await Observer(desktop: desktop, window: .editor)
    steps = StepRunner(observer: observer, outliner: Outliner(), imagesLeft: pictures, consent: consent)
    screens = steps.outline(for: "").text
  }

  /// Runs the commands of these lines, with `{name}` for the ref of what is called so, and looks at what changed.
  mutating func run(_ lines: String...) async throws -> StepRun {
    let commands = try lines.map { try Command.parse(RefReader.filled($0, from: screens)) }
    let run = await steps.run(commands)
    screens += "\n" + steps.update().text
    return run
  }

  /// What one command would do.
  func plan(_ line: String) async throws -> StepPlan {
    try await steps.plan([Command.parse(RefReader.filled(line, from: screens))]).first.orThrow("no plan of \(line)")
  }

  /// Runs one command and says what became of it.
  mutating func report(_ line: String) async throws -> StepReport {
    try await run(line).reports.first.orThrow("no report of \(line)")
  }

  /// Runs one command that is refused, and says why.
  mutating func refusal(_ line: String) async throws -> StepError {
    guard case .refused(let error) = try await report(line).effect else { throw Missing(what: "a refusal of \(line)") }
    return error
  }

  /// The last ref of a kind that was shown.
  func last(_ kind: Ref.Kind) throws -> Ref {
    let refs = screens.matches(of: /\b[a-z][0-9]+\b/).compactMap { Ref($0.output) }
    return try refs.last { $0.kind == kind }.orThrow("no ref of the kind \(kind)")
  }

  func ref(_ name: String) throws -> Ref {
    try RefReader.ref(of: name, in: screens).flatMap { Ref($0) }.orThrow("no ref of \(name)")
  }
}
