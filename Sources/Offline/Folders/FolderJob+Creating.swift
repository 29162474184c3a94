import Commands

extension FolderJob {
  /// Makes folders: all in one go where the usual dialog comes, else one at a time, as the dialog that comes asks.
  mutating func create(_ names: [String], _ items: [FileItem], _ folder: FileManagerView) -> [Command] {
    if names.count < missingCount { creations = 0 }
    missingCount = names.count
    missingFolder = names.first
    creations += 1
    phase = .creating
    report.created.formUnion(names)
    if !createsSlowly {
      (createsSlowly, missingFolder) = (true, nil)
      return createAll(names, items)
    }
    if creations <= 2 { return [Self.newFolder] }
    if creations == 3, let path = folder.program.newFolderMenu { return [.menu(path, of: nil)] }
    return [.fail("I could not make the folder \(names[0]) here\(report.soFar)")]
  }

  private func createAll(_ names: [String], _ items: [FileItem]) -> [Command] {
    // A file of that name would stand for the dialog for ever.
    let canWait = !items.contains { $0.name.text.lowercased().contains(Self.dialogTitle.lowercased()) }
    return names.flatMap { name -> [Command] in
      [Self.newFolder, .wait(Self.dialogTitle, seconds: 5), .type(nil, name, enter: true)]
        + (canWait ? [.gone(Self.dialogTitle, seconds: 5)] : [])
    }
  }

  /// What stands in the title of the dialog that asks for a folder's name, in every file manager that is known.
  private static let dialogTitle = "New Folder"
}
