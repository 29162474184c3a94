import Commands

extension FolderJob {
  /// How folders are made here, as far as it is known.
  struct FolderMaking: Sendable {
    /// What brought the dialog that asks for a name, where that is not the program's usual key.
    var opener: Command?
    /// What was tried last to bring it.
    var triedOpener: Command?
    /// What stands in its title, in every file manager that is known.
    var dialogTitle = "New Folder"
    /// How often it was tried in a row without anything coming of it.
    var tries = 0
    /// How many folders were missing at the last try.
    var missingCount = 0
    /// The folder that the next dialog is to name, where it was asked for without knowing what comes.
    var nameForDialog: String?
  }

  /// Makes folders: all in one go where the usual dialog comes; else the first alone, to see which dialog comes.
  mutating func create(_ names: [String], _ items: [FileItem], _ folder: FileManagerView) -> [Command] {
    if names.count < making.missingCount { making.tries = 0 }
    making.missingCount = names.count
    making.nameForDialog = nil
    expected.formUnion(names)
    hasReadOn = false
    making.tries += 1
    phase = .creating
    report.created.formUnion(names)
    var opener = making.opener ?? .key(folder.program.newFolderKey)
    if making.tries == 3, let path = folder.program.newFolderMenu { opener = .menu(path, of: nil) }
    making.triedOpener = opener
    if making.tries == 1 { return createAll(names, items, opener) }
    guard making.tries <= 3 else { return [.fail("I could not make the folder \(names[0]) here\(report.soFar)")] }
    making.nameForDialog = names.first
    return [opener]
  }

  private func createAll(_ names: [String], _ items: [FileItem], _ opener: Command) -> [Command] {
    let title = making.dialogTitle
    // A file of that name would stand for the dialog for ever.
    let canWait = !items.contains { $0.name.text.lowercased().contains(title.lowercased()) }
    return names.flatMap { name -> [Command] in
      [opener, .wait(title, seconds: 5), .type(nil, name, enter: true)]
        + (canWait ? [.gone(title, seconds: 5)] : [])
    }
  }

  /// Names the folder in the dialog that was asked for; a dialog that was not expected is closed first.
  mutating func name(in dialog: DialogView, _ view: ReadView) -> [Command] {
    guard let field = dialog.field, let name = making.nameForDialog else {
      return [.key(Chord(modifiers: [], key: "Escape"))]
    }
    making.nameForDialog = nil
    making.opener = making.triedOpener
    making.dialogTitle = FileName(view.title).certainPart
    return [
      .set(field, name), .key(Chord(modifiers: [], key: "Return")), .gone(making.dialogTitle, seconds: 5),
      .wait(name, seconds: 5),
    ]
  }
}
