import Settings

/// The man page, made from what `--help` is made from.
enum ManPage {
  static var text: String {
    let head = """
      .TH FAZM-LINUX 1 "" "fazm-linux \(Program.version)" "User Commands"
      .SH NAME
      fazm-linux \\- does what you ask on a Linux desktop, reading it through the accessibility tree
      .SH DESCRIPTION
      \(escaped(description))
      """
    let commands = Subcommands.all.map { section($0.type.syntax) }
    let codes = ExitCode.allCases.map { ".TP\n.B \($0.rawValue)\n\(escaped($0.meaning))" }
    let events = EventJSON.meanings.map { ".TP\n.B \($0.event)\n\(escaped($0.meaning))" }
    return
      ([head] + commands + [".SH EXIT STATUS"] + codes + [".SH EVENTS", escaped(eventsHead)] + events + [escaped(files)])
      .joined(separator: "\n")
  }

  private static let description = """
    fazm-linux "organize this folder" reads the focused window through AT-SPI, tells a Claude model what is there in \
    at most 200 tokens, carries out the clicks and keystrokes it answers with, checks that each worked, and shows what \
    every turn cost. Without a model it works offline, for direct requests and a few whole jobs.
    """

  private static let eventsHead = """
    What --json prints, an object a line, with the kind in its field event. Amounts are decimal strings in dollars. \
    Events that ask are answered with a line on standard input. What fails before a task begins is a sentence on standard \
    error, without an event.
    """

  private static let files = """
    .SH FILES
    .TP
    .I $XDG_CONFIG_HOME/fazm-linux/config
    A line [fazm-linux], and under it lines of key = value, which stand in for options that are not given: \
    \(Configuration.keys.joined(separator: ", ")). A comment is a line of its own that begins with #. allow and deny are \
    programs as fazm-linux windows names them, with commas between them: allow opens a terminal or a password manager to \
    tasks, deny closes any program to them, whatever allow says. For the caps and on-cap see fazm-linux above.
    .TP
    .I $XDG_CONFIG_HOME/fazm-linux/prices.json
    Your own prices, which win over the built-in table.
    .TP
    .I $XDG_STATE_HOME/fazm-linux/ledger.sqlite3
    The ledger, readable by you alone. sqlite3 ledger.sqlite3 .schema shows its tables and what their columns \
    mean. Columns that end in _ms are milliseconds since 1970 in UTC, those in _nanousd billionths of a dollar, and \
    NULL is not known, never zero. most_nanousd and most_tokens are the most that a turn's call can cost and use; \
    may_move_up is 1 where the task began with --model auto.
    .TP
    .I $XDG_STATE_HOME/fazm-linux/remote-desktop-token
    Stands for the leave to press keys that you gave on a Wayland session, so that you are asked once. Readable by you \
    alone; without it you are asked again.
    .SH CLIPBOARD
    What you have in the clipboard is kept before a task copies anything, and put back at its end where the task has \
    pasted what it copied: text, HTML, files and PNG pictures, or where it is none of these, all of its forms. What \
    takes more than 64 MB or ten seconds cannot be kept; then the task does not copy. With --keep-going, without XInput \
    2 and on Wayland your own copying would go unnoticed, and the clipboard is left as the task leaves it.
    .SH CONFIRMATION
    What cannot be undone is known by what buttons, menus and dialogs say in Chinese, Czech, Danish, Dutch, English, \
    Finnish, French, German, Hungarian, Italian, Japanese, Korean, Norwegian, Polish, Portuguese, Russian, Spanish, \
    Swedish, Turkish and Ukrainian, and by the Delete key, pressed or told as the shortcut of an item. On a desktop in \
    another language use --confirm always.
    .SH WAYLAND
    On a Wayland session windows are read, and what they offer is pressed, selected and written, through the \
    accessibility bus. Keys go through the RemoteDesktop portal of your desktop, which asks you when the first one is \
    needed by the window in front; the task waits two minutes for your answer. They go to the window in front only, and what the keyboard \
    layout lacks is refused. No program is told where a window is, so the pointer, the wheel and pictures are refused, \
    as keys are where there is no portal. fazm-linux doctor says whether there is one.
    .SH ENVIRONMENT
    .TP
    .B ANTHROPIC_API_KEY
    The key of billing mode api. Without it, the one that fazm-linux login has kept in the keyring is used.
    .TP
    .B ANTHROPIC_BASE_URL, ANTHROPIC_AUTH_TOKEN
    The server and the token of billing mode endpoint. Mode subscription takes all three out of the environment of \
    your claude program, which pays with its own login; mode acp leaves them to the agent.
    .TP
    .B HTTPS_PROXY, ALL_PROXY, NO_PROXY, http_proxy
    The proxy that modes api and endpoint go through, and the hosts that it is not used for. This machine's own \
    addresses are never reached through a proxy.
    .TP
    .B SSL_CERT_FILE
    A file of certificates (PEM) to trust instead of the system's, where ca-file names none.
    .TP
    .B OTEL_EXPORTER_OTLP_HEADERS
    Headers that a collector wants of usage export, as name=value pairs with commas between them.
    .TP
    .B NO_COLOR
    Takes the colours out of usage status.
    """

  private static func section(_ syntax: CommandLineSyntax) -> String {
    let options = syntax.options.map { option in
      let short = option.short.map { "\\-\($0), " } ?? ""
      let value = option.value.map { "=\\fI\($0)\\fR" } ?? ""
      return ".TP\n\(short)\\-\\-\(option.long)\(value)\n\(escaped(option.help))"
    }
    let head =
      ".SH \"\(syntax.command) \(escaped(syntax.operands.replacing("\"", with: "")))\"\n\(escaped(syntax.summary))"
    // The exit codes, which the general help shows here, have a section of their own.
    let text = syntax.details.replacing(RunCommand.exitCodes, with: "")
    let details = text.isEmpty ? [] : [".PP", escaped(text)]
    return ([head] + options + details).joined(separator: "\n")
  }

  /// A line that begins with a point or an apostrophe would be a request to the formatter.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").split(separator: "\n", omittingEmptySubsequences: false)
      .map {
        $0.hasPrefix(".SH") || $0.hasPrefix(".TP") || $0.hasPrefix(".I") || $0.hasPrefix(".B")
          ? String($0) : ($0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&\($0)" : String($0))
      }
      .joined(separator: "\n")
  }
}
