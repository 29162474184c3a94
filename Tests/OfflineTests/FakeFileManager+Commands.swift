import Commands
import Outline

/// Why a command was not carried out.
struct Refusal: Error {
  var reason: String
}

extension FakeFileManager {
  /// Does what one command asks; refs mean what `refs` says they do.
  func perform(_ command: Command, _ refs: RefTable) throws {
    switch command {
    case .click(.double, .element(let ref), _): try open(name(of: ref, refs))
    case .click(_, .element(let ref), _): try click(node(of: ref, refs), ref, refs)
    case .select(.items(let refList)):
      let names = try refList.map { try name(of: $0, refs) }
      selection = Set(names)
    case .check(let ref, _): _ = try node(of: ref, refs)
    case .key(let chord): press("\(chord)")
    case .scroll(_, let direction, .clicks(let amount)): scroll(to: firstRow + (direction == .down ? 3 : -3) * amount)
    case .type(nil, let text, let enter): try type(text, enter: enter)
    case .set(let ref, let text):
      _ = try node(of: ref, refs)
      try type(text, enter: false)
    case .menu(let path, nil):
      guard path == ["File", "Create New", "Folder"] else { throw Refusal(reason: "there is no \"\(path)\"") }
      show(.newFolder("New"))
    case .wait(let text, _):
      guard shows(text) else { throw Refusal(reason: "\"\(text)\" did not come within 5 s") }
    case .gone(let text, _):
      guard !shows(text) else { throw Refusal(reason: "\"\(text)\" did not come within 5 s") }
    default: throw Refusal(reason: "the file manager has nothing for \(command)")
    }
  }

  private func node(of ref: Ref, _ refs: RefTable) throws -> Node {
    let snapshot = self.snapshot
    guard case .found(let index) = refs.resolve(ref, in: snapshot) else { throw Refusal(reason: "\(ref) is gone") }
    return snapshot.nodes[index]
  }

  /// The name of the file that a ref stands for.
  private func name(of ref: Ref, _ refs: RefTable) throws -> String {
    let node = try node(of: ref, refs)
    guard ref.kind == .item, dialog == nil else { throw Refusal(reason: "\(ref) is no file") }
    let name = node.name.isEmpty ? node.text ?? "" : node.name
    if let row = entries.firstIndex(where: { $0.name == name }), !isShown(row: row) {
      guard style.scrollsToRows else { throw Refusal(reason: "\(ref) is not on the screen and cannot be scrolled to") }
      scroll(to: row)
    }
    return name
  }

  private func shows(_ text: String) -> Bool {
    let wanted = text.lowercased()
    return title.lowercased().contains(wanted)
      || snapshot.nodes.contains { node in
        node.states.contains(.showing)
          && (node.name.lowercased().contains(wanted) || (node.text ?? "").lowercased().contains(wanted))
      }
  }

  // MARK: Window

  private func open(_ name: String) throws {
    guard let entry = files.entry(name, in: path) else { throw Refusal(reason: "there is no \(name)") }
    if entry.isFolder { enter(path + [name]) } else { opened.append(name) }
  }

  private func click(_ node: Node, _ ref: Ref, _ refs: RefTable) throws {
    if ref.kind == .button, dialog != nil { return answer(node.name) }
    let isPlace = node.id.path.hasPrefix("/places")
    if ref.kind == .item, !isPlace { selection = [try name(of: ref, refs)] }
  }

  private func press(_ keys: String) {
    switch (keys, dialog) {
    case ("Escape", .some): answer("Cancel")
    case ("Return", .some): answer("OK")
    case (_, .some): break
    case ("Escape", nil): isMenuOpen = false
    case ("Return", nil): if selection.count == 1, let name = selection.first { try? open(name) }
    case ("Home", nil): scroll(to: 0)
    case ("Next", nil): scroll(to: firstRow + style.visibleRows)
    case ("End", nil): scroll(to: entries.count)
    case ("ctrl+x", nil): clipboard = selection.isEmpty ? clipboard : (selection.sorted(), path)
    case ("ctrl+v", nil): paste()
    case ("alt+Up", nil): if !path.isEmpty { enter(Array(path.dropLast())) }
    case (style.newFolderKey, nil): show(.newFolder("New"))
    case ("ctrl+2", nil) where style.startsUnreadable: isReadable = true
    case ("ctrl+1", nil) where style.startsUnreadable: isReadable = false
    default: break
    }
  }

  private func paste() {
    guard let clipboard else { return }
    self.clipboard = nil
    let inTheWay = clipboard.names.filter { files.entry($0, in: path) != nil }
    for name in clipboard.names where !inTheWay.contains(name) { files.move(name, from: clipboard.from, to: path) }
    generation += 1
    if !inTheWay.isEmpty { show(.conflict(inTheWay, from: clipboard.from, to: path)) }
  }

  private func show(_ dialog: Dialog) {
    dialogCount += 1
    self.dialog = dialog
  }

  // MARK: Dialogs

  private func type(_ text: String, enter: Bool) throws {
    guard case .newFolder = dialog else { throw Refusal(reason: "nothing can be typed there") }
    dialog = .newFolder(text)
    if enter { answer("OK") }
  }

  private func answer(_ button: String) {
    let before = dialog
    dialog = nil
    guard case .conflict(var names, let from, let to) = before else {
      if case .newFolder(let name) = before, button == "OK" {
        if files.makeFolder(name, in: path) { generation += 1 } else { show(.message("The folder is there already.")) }
      }
      return
    }
    switch button {
    case "Skip", "Cancel", "Skip All":
      names.removeFirst()
      if button == "Skip", !names.isEmpty { show(.conflict(names, from: from, to: to)) }
    default:
      for name in names { files.move(name, from: from, to: to) }
    }
  }
}
