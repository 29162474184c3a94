import Foundation

/// The command that starts an agent.
struct AgentCommand: Sendable {
  /// The command as the person gave it.
  let words: [String]
  let environment: [String: String]
  /// An absolute path.
  let program: String

  /// Throws where there is no such program, or the file holds no certificates.
  init(_ words: [String], environment: [String: String], certificates: String? = nil) throws(ModelError) {
    guard let name = words.first, let program = ProgramPath.find(name, environment: environment) else {
      throw .notInstalled(program: words.first ?? "for the agent (say which with --agent)")
    }
    self.words = words
    self.program = program
    // An agent that is itself Claude Code would take itself for a part of another one.
    self.environment = environment.filter { $0.key != "CLAUDECODE" }
      .merging(try TrustedCertificates.variables(certificates)) { $1 }
  }

  /// What people call it until it has told its name.
  var name: String { URL(fileURLWithPath: words[0]).lastPathComponent }

  func process(in folder: EmptyFolder) -> ChildProcess.Command {
    ChildProcess.Command(
      program: program, arguments: Array(words.dropFirst()), environment: environment, folder: folder.path)
  }
}
