import Agent
import Commands
import Foundation
import Outline
import Settings

/// Shows a window as the model reads it.
struct TreeCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux tree",
    summary: "Shows the outline of a window as the model reads it. Its refs stay good for fazm-linux act.",
    options: [
      Option("app", value: "NAME", "This program's window instead of the focused one"),
      Option("window", value: "ID", "This window (see fazm-linux windows)"),
      Option("for", value: "REQUEST", "Put first what this request is about"),
      Option("find", value: "TEXT", "Search everything in the window, shown or not"),
      Option("expand", value: "REF", "Show what a group holds"),
      Option("tree-budget", value: "N", "Tokens that the outline may take, 60 to 2000 (default 200)"),
      Option("full", "Without a budget"),
      Option("json", "The whole snapshot as JSON, as the tests record it"),
    ],
    details: format)

  private static let format = """
    The format: a ref is a letter and a number, which stay the same while the window shows the thing.
      b  button
      e  field to write in
      c  check box, toggle
      r  radio button
      m  menu
      i  item of a menu
      x  item of a list
      t  tab
      o  drop-down list
      s  slider, field of a number
      a  link
      d  document
      g  group

    Behind a ref: + checked, * selected, ! has the focus, - disabled, ? neither on nor off, and what it holds:
    e7!="Sam|" Name is the field Name, with the caret after Sam. Dir/ is a folder. Behind | are the other cells of
    a row, whose columns stand in brackets before the rows. Not all is shown of "40 rows", "g7 +5 more" and
    "g4 Formatting: 31 b": --expand=g4 shows it. "behind" is what a dialog or a menu keeps you from using, "not in
    view" what is in a closed menu or scrolled away. "opaque 640x480" is drawn and tells nothing but its size in
    pixels; where it is "out of date", its program has to load it again. What has changed begins with + new, - gone
    or ~ changed.
    """

  /// More tokens than any outline has.
  static let unlimited = 10_000_000

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let answers = ["find", "expand"].filter { arguments.values[$0] != nil } + arguments.flags.filter { $0 == "json" }
    if answers.count > 1 {
      throw Failure(.usage, "--\(answers[0]) and --\(answers[1]) exclude each other: each is another answer.")
    }
    let configuration = try Configuration.load()
    let budget =
      arguments.flags.contains("full")
      ? unlimited : try arguments.number("tree-budget", in: 60...2000, or: configuration) ?? 200
    let desktop = try await DesktopConnection.open()
    let window = try await DesktopConnection.window(
      on: desktop, id: arguments.values["window"], program: arguments.values["app"])
    let snapshot = try await Observer.snapshot(of: window, on: desktop)
    if arguments.flags.contains("json") {
      try Output.json(snapshot)
      return .done
    }
    var outliner = Outliner(budget: budget, refs: KeptRefs.refs(of: window))
    let outline = outliner.outline(of: snapshot, for: arguments.values["for"] ?? "")
    Output.line(try await answer(arguments, &outliner, of: window, on: desktop) ?? outline.text)
    try KeptRefs.save(outliner.refs, of: window)
    return .done
  }

  private static func answer(
    _ arguments: ParsedArguments, _ outliner: inout Outliner, of window: Window, on desktop: Desktop
  ) async throws -> String? {
    if let text = arguments.values["find"] {
      let whole = await desktop.accessibility.snapshot(
        of: window, finding: NameMatch(text), limit: StepRunner.searchLimit)
      return outliner.find(text, in: whole)
    }
    guard let word = arguments.values["expand"] else { return nil }
    guard let ref = Ref(word), let text = outliner.expand(ref) else {
      throw Failure(.staleRef, "There is no \(word) in this window. Run fazm-linux tree again.")
    }
    return text
  }
}
