import Agent
import Commands
import Foundation
import Model
import Outline
import Prompts

/// A task of many turns on recorded windows, with the replies of a file manager's job: select, cut, make a folder, go
/// into it, paste, and so on.
struct LongTask {
  static let request = "Sort the files of this folder into folders, one for each customer and month"
  private static let context = "2026-11-20, home folder /home/sam"

  private let windows: [Snapshot]

  /// In one program, whose window is told as what changed.
  static let oneProgram = ["pcmanfm-1", "pcmanfm-2-selected", "pcmanfm-3-dialog", "pcmanfm-4-created"]
  /// From program to program, which are told in full when they come back after others.
  static let manyPrograms = [
    "pcmanfm-1", "mousepad-1", "kcalc-1", "form-1", "dolphin-1", "editor-1", "web-2-checked", "thunar-3-dialog",
  ]

  /// `fixtures` is the folder of the recorded windows, `names` those that the task comes by in turn.
  init(fixtures: URL, names: [String]) throws {
    windows = try names.map { name in
      try JSONDecoder().decode(Snapshot.self, from: Data(contentsOf: fixtures.appending(path: "\(name).json")))
    }
  }

  /// One turn: what was asked, and what came back.
  struct Exchange {
    var request: ModelRequest
    var reply: Message
  }

  /// Every request of so many turns, as the program would make them.
  func exchanges(turns: Int, condensing: Bool) throws -> [Exchange] {
    var conversation = Conversation(mark: "k7q2")
    var outliner = Outliner()
    let first = outliner.outline(of: windows[0], for: Self.request)
    conversation.begin(request: Self.request, context: Self.context, outline: first.text)
    return try (1...turns).map { turn in
      let request = ModelRequest(system: Prompts.system, messages: conversation.messages, maxTokens: 2048)
      let text = Self.reply(turn)
      let reply = Message(.assistant, text: text)
      conversation.append(reply: reply)
      let window = windows[turn % windows.count]
      let run = StepRun(reports: try Reply.parse(text).commands.map { StepReport($0, effect: .changed) })
      conversation.tell(run, heldBack: nil, firstImage: 1, imageLimit: 20, update: outliner.update(to: window).text)
      if condensing, conversation.isDear {
        conversation.condense(outline: outliner.outline(of: window, for: Self.request).text)
      }
      return Exchange(request: request, reply: reply)
    }
  }

  /// What the model answers to the window of a turn.
  private static func reply(_ turn: Int) -> String {
    switch turn % 4 {
    case 1: "select x\(10 + turn) x\(11 + turn) x\(13 + turn)\nkey ctrl+x"
    case 2: "key ctrl+shift+n\nwait \"Create New Folder\" 5"
    case 3: "type \"Customer \(turn)\" enter\ngone \"Create New Folder\" 5"
    default: "double x\(20 + turn)\nwait \"Customer \(turn)\" 5\nkey ctrl+v\nkey alt+Left"
    }
  }
}
