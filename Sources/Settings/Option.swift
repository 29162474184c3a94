/// One option of a command line.
package struct Option: Sendable, Hashable {
  package var long: String
  package var short: Character?
  /// What its value is called in the help text; nil for a flag.
  package var value: String?
  package var help: String

  package init(_ long: String, short: Character? = nil, value: String? = nil, _ help: String) {
    self.long = long
    self.short = short
    self.value = value
    self.help = help
  }
}

/// What one command takes: the source of its parser, its `--help` and its part of the man page.
package struct CommandLineSyntax: Sendable, Hashable {
  /// As it is typed, without options: `fazm-linux tree`.
  package var command: String
  /// The operands, as the synopsis shows them.
  package var operands: String
  package var summary: String
  package var options: [Option]
  /// Paragraphs that stand after the options.
  package var details: String

  package init(command: String, operands: String = "", summary: String, options: [Option], details: String = "") {
    self.command = command
    self.operands = operands
    self.summary = summary
    self.options = options + [Option("help", short: "h", "Show this help")]
    self.details = details
  }
}

/// What was typed, taken apart.
package struct ParsedArguments: Sendable, Hashable {
  package var flags: Set<String> = []
  package var values: [String: String] = [:]
  package var operands: [String] = []

  package init() {}
}
