import Commands
import Model
import Outline
import Prompts

extension Conversation {
  /// So much must have been said since the beginning, in tokens, and in so many replies, before it is worth telling it
  /// in short: what is told anew has to be written to the server's cache again. Measured by Benchmarks/run, section
  /// history.
  static let dearTokens = 2000
  static let leastReplies = 8

  /// Whether what was said makes every turn dear, because each sends all of it again.
  package var isDear: Bool {
    replies >= Self.leastReplies && tokens - tokensAtBeginning >= Self.dearTokens
  }

  /// Begins anew with the request, the steps in short, what was found and read, what was told last and how the window
  /// looks now.
  package mutating func condense(outline: String?) {
    let words = Prompts.steps(Key.self)
    var told = [words(.condensed, ["steps": Self.summary(of: done)])]
    let found = findings.kept
    if !found.isEmpty { told += [words(.kept), screen(found.joined(separator: "\n"))] }
    told.append(words(.latest))
    let last = messages.last { $0.author == .user }?.parts ?? []
    let shown = outline.map { [Message.Part.text(screen($0))] } ?? []
    messages = []
    tokens = Self.systemTokens
    append([.text((beginning + told).joined(separator: "\n"))] + last + shown)
    for case .image(_, let width, let height) in last { tokens += ImageTokens.count(width: width, height: height) }
    begins()
  }

  /// The last of the steps, and how many there were before.
  static func summary(of steps: [String]) -> String {
    let hidden = steps.count - mostStepsTold
    let earlier = hidden > 0 ? [Prompts.steps(Key.self)(.earlier, ["count": "\(hidden)"])] : []
    return (earlier + steps.suffix(mostStepsTold)).joined(separator: ", ")
  }

  private static let mostStepsTold = 60
}
