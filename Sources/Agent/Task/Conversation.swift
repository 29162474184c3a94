import Commands
import Foundation
import Ledger
import Model
import Outline
import Prompts

/// What has been said between the program and the model, and how much of a context that takes.
///
/// Messages are only ever appended, so that a server can serve the beginning from its cache, until what was said is
/// told in short.
package struct Conversation: Sendable {
  package internal(set) var messages: [Message] = []
  /// The tokens of everything that the next call sends, by the public tokenizer's estimate.
  package internal(set) var tokens: Int
  /// How it began: the request, the context, and what was done of it before.
  private(set) var beginning: [String] = []
  /// What was done since, and what the person answered, a line each.
  private(set) var done: [String] = []
  /// What was found and read since, and before the last short telling.
  var findings = Findings()
  private(set) var tokensAtBeginning = 0
  /// How many replies there were since the beginning.
  private(set) var replies = 0
  /// Marks what comes from the screen; drawn by lot for a task, so that no screen can close it.
  private let mark: String

  package init(mark: String) {
    self.mark = mark
    tokens = Self.systemTokens
  }

  static var systemTokens: Int { TokenEstimate.tokens(in: Prompts.system) }

  /// A mark of four letters and digits.
  package static func randomMark() -> String {
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String((0..<4).compactMap { _ in alphabet.randomElement() })
  }

  /// `alreadyDone` is what a task that is taken up again has done, as far as the ledger knows.
  package mutating func begin(request: String, context: String, alreadyDone: [Step] = [], outline: String) {
    let words = Prompts.steps(Key.self)
    var lines = [words(.request, ["request": request]), context]
    if !alreadyDone.isEmpty { lines.append(words(.continued, ["steps": Self.summary(of: alreadyDone)])) }
    beginning = lines
    append([.text((lines + [screen(outline)]).joined(separator: "\n"))])
    begins()
  }

  /// What is said from here on comes on top.
  mutating func begins() {
    tokensAtBeginning = tokens
    replies = 0
  }

  /// The last steps, with the kind of thing that each aimed at: its number meant something on a screen of then only.
  private static func summary(of steps: [Step]) -> String {
    summary(
      of: steps.map { step in
        let line = [step.verb, step.ref.map { String($0.prefix(1)) }].compactMap(\.self).joined(separator: " ")
        return step.isDone ? line : Prompts.steps(Key.self)(.undone, ["line": line])
      })
  }

  /// What became of the last reply, and how the window looks now; nil where the model may not see it.
  package mutating func tell(
    _ run: StepRun, heldBack: Verb?, firstImage: Int, imageLimit: Int, repeats: Bool = false, takenOver: Bool = false,
    update: String?
  ) {
    let words = Prompts.steps(Key.self)
    note(run)
    findings.add(run.reports)
    var lines = Self.lines(of: run)
    if repeats { lines.append(words(.repeats)) }
    if takenOver { lines = lines.filter { $0 != words(.allDone) } + [words(.takenOver)] }
    if update == nil { lines.append(words(.notShown)) }
    if let heldBack { lines.append(words(.held, ["verb": heldBack.rawValue])) }
    var parts: [Message.Part] = []
    for (place, picture) in run.reports.compactMap(\.picture).enumerated() {
      parts.append(.image(png: picture.png, width: picture.width, height: picture.height))
      lines.append(
        words(
          .picture,
          [
            "number": "\(firstImage + place)", "most": "\(imageLimit)", "width": "\(picture.width)",
            "height": "\(picture.height)",
          ]))
      tokens += picture.tokens
    }
    let shown = run.reports.compactMap(\.answer) + [update].compactMap(\.self)
    if !shown.isEmpty { lines.append(screen(shown.joined(separator: "\n"))) }
    append(parts + [.text(lines.joined(separator: "\n"))])
  }

  /// That the last reply closed the window, so that there is nothing more to see.
  package mutating func tellOfClosing(_ run: StepRun) {
    append([.text((Self.lines(of: run) + [Prompts.steps(Key.self)(.closed)]).joined(separator: "\n"))])
  }

  /// What was wrong with the last reply.
  package mutating func tell(_ problem: String) {
    append([.text(problem)])
  }

  /// What the person answered to the model's question.
  package mutating func answer(_ text: String) {
    let line = Prompts.steps(Key.self)(.userSaid, ["answer": text])
    done.append(line)
    append([.text(line)])
  }

  package mutating func append(reply: Message) {
    messages.append(reply)
    replies += 1
    for part in reply.parts {
      switch part {
      case .text(let text): tokens += TokenEstimate.tokens(in: text) + Self.frame
      case .opaque(let json): tokens += json.count / 2
      case .image: break
      }
    }
  }

  /// Leaves out what only the model that said it can read.
  package mutating func forgetThinking() {
    for place in messages.indices {
      for case .opaque(let json) in messages[place].parts { tokens -= json.count / 2 }
      messages[place].parts.removeAll { if case .opaque = $0 { true } else { false } }
    }
  }

  mutating func append(_ parts: [Message.Part]) {
    messages.append(Message(.user, parts))
    for case .text(let text) in parts { tokens += TokenEstimate.tokens(in: text) + Self.frame }
  }

  func screen(_ text: String) -> String {
    "<screen \(mark)>\n\(text)\n</screen \(mark)>"
  }

  private mutating func note(_ run: StepRun) {
    let words = Prompts.steps(Key.self)
    done += run.reports.map { report in
      switch report.effect {
      case .confirmed, .changed: "\(report.command)"
      case .nothing: words(.step, ["line": "\(report.command)", "effect": words(.noEffect)])
      case .refused: words(.undone, ["line": "\(report.command)"])
      }
    }
  }

  /// One word when all went well, else a line for each command that did not.
  private static func lines(of run: StepRun) -> [String] {
    let words = Prompts.steps(Key.self)
    var lines: [String] = []
    for report in run.reports {
      switch report.effect {
      case .nothing: lines.append(words(.step, ["line": "\(report.command)", "effect": words(.noEffect)]))
      case .refused(let error):
        let effect = words(.refused, ["reason": error.sentence])
        lines.append(words(.step, ["line": "\(report.command)", "effect": effect]))
      case .confirmed, .changed: break
      }
    }
    if let window = run.shiftedTo { lines.append(words(.shifted, ["window": Outliner.quoted(window)])) }
    if !run.notRun.isEmpty {
      lines.append(words(.notRun, ["commands": run.notRun.map(\.description).joined(separator: "; ")]))
    }
    return lines.isEmpty ? [words(.allDone)] : lines
  }

  /// What a message costs besides its words.
  private static let frame = 4

  package enum Key: String, CaseIterable, Sendable {
    case request
    case context
    case continued
    case undone
    case earlier
    case allDone = "all-done"
    case nothing
    case nameless
    case step
    case noEffect = "no-effect"
    case refused
    case notRun = "not-run"
    case notShown = "not-shown"
    case closed
    case repeats
    case takenOver = "taken-over"
    case shifted
    case held
    case picture
    case userSaid = "user-said"
    case condensed
    case kept
    case latest
    case handedOver = "handed-over"
    case cutOff = "cut-off"
  }
}
