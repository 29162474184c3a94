import Geometry
import Outline

extension FakeFileManager {
  /// What the accessibility tree of its window says now.
  var snapshot: Snapshot {
    var builder = TreeBuilder(
      title: title, program: style.program, windowID: dialog == nil ? 1 : 100 + UInt32(dialogCount))
    if dialog != nil { addDialog(&builder) } else { addWindow(&builder) }
    return builder.snapshot
  }

  private func addWindow(_ tree: inout TreeBuilder) {
    let frame = tree.add(.frame, title, id: "/frame")
    let menuBar = tree.add(.menuBar, id: "/menubar", under: frame)
    for menu in ["File", "Edit", "View", "Go"] {
      let item = tree.add(.menu, menu, id: "/menu/\(menu)", under: menuBar)
      if isMenuOpen, menu == "File" {
        tree.add(.menuItem, "New Window", id: "/menu/File/window", under: item)
        tree.add(.menuItem, "Close", id: "/menu/File/close", under: item)
      }
    }
    let tools = tree.add(.toolBar, id: "/tools", under: frame)
    for tool in ["Back", "Forward", "Parent Folder", "Home Folder"] {
      tree.add(.pushButton, tool, id: "/tools/\(tool)", under: tools)
    }
    if style.showsLocation {
      tree.add(.text, id: "/location", text: location, adding: [.editable, .singleLine], under: tools)
    }
    let places = tree.add(.list, "Places", id: "/places", under: frame)
    for place in ["Home Folder", "Trash Can", "Documents"] {
      tree.add(.listItem, place, id: "/places/\(place)", under: places)
    }
    addList(&tree, frame)
    let bar = tree.add(.statusBar, id: "/status", under: frame)
    tree.add(.label, id: "/status/items", text: status, under: bar)
    tree.add(.label, id: "/status/space", text: "Free space: 76.0 GiB", under: bar)
  }

  private func addList(_ tree: inout TreeBuilder, _ frame: Int) {
    guard isReadable else {
      tree.add(.panel, id: "/unreadable", bounds: Rect(x: 160, y: 80, width: 600, height: 400), under: frame)
      return
    }
    let area = Rect(x: 160, y: 80, width: 600, height: style.visibleRows * 20)
    let pane = tree.add(.scrollPane, id: "/pane", bounds: area, under: frame)
    let list = tree.add(
      style.tellsTypes ? .table : .layeredPane, id: "/files", adding: [.focused, .focusable], bounds: area, under: pane)
    if style.tellsTypes {
      for column in ["Name", "Size", "Type"] {
        tree.add(.tableColumnHeader, column, id: "/files/\(column)", under: list)
      }
    }
    let builds = style.reusesRows ? "" : "\(generation)"
    for (row, entry) in entries.enumerated() {
      let id = "/files/\(builds)/" + (style.reusesRows ? "\(row)" : entry.name)
      let isShown = isShown(row: row)
      let states: States = selection.contains(entry.name) ? [.selectable, .selected] : [.selectable]
      let bounds = Rect(x: 160, y: 80 + (row - firstRow) * 20, width: 400, height: 20)
      if style.tellsTypes {
        let type = entry.isFolder ? "folder" : "document"
        for (column, text) in [entry.name, "12 bytes", type].enumerated() {
          let cell = bounds.inColumn(column)
          tree.add(
            .tableCell, text, id: id + "/\(column)", adding: states, bounds: cell,
            cell: CellPosition(row: row, column: column),
            isShown: isShown, under: list)
        }
      } else {
        tree.add(.icon, id: id, text: entry.name, adding: states, bounds: bounds, isShown: isShown, under: list)
      }
    }
  }

  private func addDialog(_ tree: inout TreeBuilder) {
    let id = "/dialog\(dialogCount)"
    let frame = tree.add(.dialog, title, id: id, adding: .modal)
    var buttons = ["Cancel", "OK"]
    switch dialog {
    case .newFolder(let text):
      tree.add(.label, id: id + "/ask", text: "Enter a name for the newly created folder:", under: frame)
      tree.add(.text, id: id + "/name", text: text, adding: [.editable, .singleLine, .focused], under: frame)
    case .message(let text):
      buttons = ["OK"]
      tree.add(.label, id: id + "/text", text: text, under: frame)
    case .conflict(let names, _, _):
      buttons = style.conflictButtons
      tree.add(.label, id: id + "/text", text: "The file already exists. Do you want to replace it?", under: frame)
      tree.add(.text, id: id + "/name", text: names.first ?? "", adding: [.editable, .singleLine], under: frame)
      tree.add(.checkBox, "Apply this option to all existing files", id: id + "/all", under: frame)
    case nil: break
    }
    for button in buttons { tree.add(.pushButton, button, id: id + "/\(button)", under: frame) }
  }
}

extension Rect {
  fileprivate func inColumn(_ column: Int) -> Rect { Rect(x: x + column * 130, y: y, width: 130, height: height) }
}
