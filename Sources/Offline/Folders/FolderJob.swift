import Commands

/// Moves files of the folder that a file manager shows into folders in it, one destination at a time.
///
/// It goes by what the last message shows, never by what it expected: a step that failed or was cut short
/// only means that the next look decides anew.
struct FolderJob: Sendable {
  enum Phase: Sendable {
    /// Reading the list of the folder.
    case reading
    /// Looking whether an item is a folder.
    case asking(FileItem)
    /// Making folders.
    case creating
    /// Moving a batch of files.
    case moving(Batch)
    /// Bringing back the view that the window had.
    case restoring
  }

  /// Files on their way into one folder.
  struct Batch: Sendable {
    var destination: Destination
    var names: [FileName]
    var isPasted = false
    /// All went as it should.
    var isComplete = false
    /// Asked whether to overwrite something.
    var hasConflict = false
  }

  let goal: FolderGoal
  /// The folder that the request names, nil where it means the one that is shown.
  let expectedName: String?
  var phase = Phase.reading
  /// The folder that the job is about: its name and, where the window shows it, its path.
  var base: (name: String, location: String?)?
  var listRef: Ref?
  /// What is known about things whose names do not tell: true for folders.
  var kinds: [String: Bool] = [:]
  /// How many things were looked at to learn that.
  var questions = 0
  var statusLooks = 0
  /// A folder that was made here is shown as a folder: then what is not, is none.
  var tellsFolders = false
  /// The batch that was moved last, until the list of what is left has been read.
  var last: Batch?
  /// Rows of files that were moved, which the list may hold on to, and the message after which that was so.
  var dropped: [Ref: Int] = [:]
  /// The destination that is next.
  var nextName: String?
  var report = FolderReport()
  /// Names that stay where they are, and why.
  var left: [FileName: String] = [:]
  /// How often nothing had come of a try.
  var stalls = 0
  /// How often the window showed a folder that it should not.
  var strays = 0
  var making = FolderMaking()
  var sight = Sight()
  /// What is pasted into a folder shows there.
  var showsWhatComes = true
  /// The window shows the path of its folder, as far as that is known.
  var showsPath = true
  var dialogs = 0
  /// The title of the dialog that was answered last.
  var answered: String?
  var readings = 0
  /// The message that first showed the folder after something was done in it: what it did not tell of may have
  /// gone, or have other refs.
  var shownIn = 0
  /// The names that the folder should hold by what was read and done.
  var expected: Set<String> = []
  /// The list was read on because some of them were not told of.
  var hasReadOn = false
  /// All of the list was read once more when nothing was left to do.
  var hasCheckedEnd = false
  var hasLookedAgain = false
  /// The view that was shown before, by the key that brings it back.
  var viewToRestore: Chord?
  var hasSwitchedView = false
  var hasReloaded = false

  init(goal: FolderGoal, expectedName: String? = nil) {
    self.goal = goal
    self.expectedName = expectedName
  }

  /// The next commands, given what the window shows and what came of the last ones.
  mutating func next(_ view: ReadView, _ outcome: Outcome, after commands: [Command]) -> [Command] {
    let ranCount = outcome.ranCount(of: commands)
    sight.note(outcome, after: commands)
    if case .moving(var batch) = phase {
      if commands.prefix(ranCount).contains(Self.paste) {
        batch.isPasted = true
        batch.isComplete = ranCount == commands.count && !batch.hasConflict
        if outcome.refusal != nil, !view.isDialog { showsWhatComes = false }
      } else if case .wait = commands.dropFirst(ranCount).first, outcome.refusal != nil {
        showsPath = false
      }
      phase = .moving(batch)
    }
    if view.isMenu { return [.key(Chord(modifiers: [], key: "Escape"))] }
    let folder = FileManagerView(view, known: listRef)
    if view.isDialog || isBusy && !isKnown(folder) { return answerDialog(view, outcome) }
    guard let folder else { return [.fail(notAFileManager(view))] }
    if base == nil {
      if let expectedName, !FileName(folder.folderName).matches(expectedName) {
        return [
          .fail("the window shows \"\(folder.folderName)\", not \"\(expectedName)\": open that folder, and ask again")
        ]
      }
      base = (folder.folderName, folder.location)
    }
    if case .moving(let batch) = phase, let commands = goOn(with: batch, in: folder) { return commands }
    guard isBase(folder) else { return leave(folder) }
    return read(view, folder)
  }

  /// Whether a window without a list can be a dialog of something that was begun.
  var isBusy: Bool {
    switch phase {
    case .moving, .creating: true
    case .reading, .asking, .restoring: last != nil
    }
  }

  static let cut = Command.key(Chord(modifiers: [.ctrl], key: "x"))
  static let paste = Command.key(Chord(modifiers: [.ctrl], key: "v"))
  static let goUp = Command.key(Chord(modifiers: [.alt], key: "Up"))

  // MARK: Where the window is

  private func isKnown(_ folder: FileManagerView?) -> Bool {
    guard let folder else { return false }
    if case .moving(let batch) = phase, isInside(folder, batch.destination.name) { return true }
    return folder.list != nil || isBase(folder)
  }

  func isBase(_ folder: FileManagerView) -> Bool {
    guard let base else { return false }
    if let location = folder.location, let start = base.location { return FileName(location).matches(start) }
    return FileName(folder.folderName).matches(base.name)
  }

  func isInside(_ folder: FileManagerView, _ name: String) -> Bool {
    guard let base else { return false }
    if let location = folder.location, let start = base.location {
      return !isBase(folder) && location.lowercased().hasSuffix("/" + name.lowercased())
        && FileName(start + "/" + name).matches(location)
    }
    return FileName(folder.folderName).matches(name)
  }

  private func notAFileManager(_ view: ReadView) -> String {
    """
    "\(view.title)" is no file manager that I know how to use: click into a window of PCManFM, Thunar, Nautilus or \
    Dolphin that shows the folder, and ask again
    """
  }

  /// Goes back from another folder in the one that the job is about, which a click that missed has opened.
  private mutating func leave(_ folder: FileManagerView) -> [Command] {
    strays += 1
    if strays <= 3, expected.contains(where: { FileName(folder.folderName).matches($0) }) { return [Self.goUp] }
    let name = base?.name ?? ""
    return [.fail("the window shows \"\(folder.folderName)\" instead of \"\(name)\", so I stopped\(report.soFar)")]
  }
}
