import Commands
import Geometry
import Outline
import Testing

@testable import Agent

@Suite struct RiskJudgeTests {
  @Test(arguments: [
    ("Delete", Role.pushButton, Risk.Kind.delete), ("Move to Trash", .menuItem, .delete),
    ("_Delete", .pushButton, .delete),
    ("Overwrite", .pushButton, .overwrite), ("Send", .pushButton, .send), ("Pay now", .pushButton, .pay),
    ("Close without Saving", .pushButton, .discard), ("Don't Save", .pushButton, .discard),
    ("Log Out…", .menuItem, .leave),
    ("Format", .pushButton, .erase), ("Uninstall", .pushButton, .uninstall), ("Löschen", .pushButton, .delete),
    ("Supprimer définitivement", .pushButton, .delete), ("Удалить", .pushButton, .delete),
  ])
  func knowsWhatCannotBeUndone(name: String, role: Role, kind: Risk.Kind) {
    #expect(risk(of: .click(.click, .element(Ref(.button, 1)), modifiers: []), on: node(role, name))?.kind == kind)
  }

  @Test(arguments: [
    ("Save", Role.pushButton), ("Format Cells…", .menuItem), ("Sort Order", .menuItem), ("Undelete", .pushButton),
    ("Post Office", .link), ("Delete", .listItem), ("Sender", .pushButton), ("", .pushButton),
  ])
  func letsHarmlessThingsPass(name: String, role: Role) {
    #expect(risk(of: .click(.click, .element(Ref(.button, 1)), modifiers: []), on: node(role, name)) == nil)
  }

  @Test func judgesWhatADropDownListIsSetTo() {
    #expect(risk(of: .set(Ref(.combo, 1), "Delete"), on: node(.comboBox, "Action"))?.kind == .delete)
    #expect(risk(of: .set(Ref(.editable, 1), "Delete"), on: node(.entry, "Title")) == nil)
  }

  @Test func readsTheDialogBehindAPlainButton() {
    let dialog = [node(.dialog, "Question", .modal), node(.label, "Permanently delete 3 files?", parent: 0)]
    let press = Command.click(.click, .element(Ref(.button, 1)), modifiers: [])
    for name in ["OK", "Yes", ""] {
      #expect(risk(of: press, on: node(.pushButton, name), in: dialog)?.kind == .delete)
    }
    #expect(risk(of: press, on: node(.pushButton, "Cancel"), in: dialog) == nil)
    #expect(risk(of: .key(Chord(modifiers: [], key: "Return")), on: nil, in: dialog)?.kind == .delete)
    #expect(risk(of: .type(nil, "yes", enter: true), on: nil, in: dialog)?.kind == .delete)
  }

  @Test(arguments: [
    ("_Skip Skip", false), ("Skip All", false), ("_Cancel", false), ("Cancel Cancel", false),
    ("Alle überspringen", false),
    ("OK", true), ("", true), ("Replace", true), ("Skip and replace", true), ("All", true),
  ])
  func knowsTheButtonsThatLeadOutOfADialog(name: String, isRisky: Bool) {
    let button = node(.pushButton, name, parent: 0)
    let dialog = [
      node(.dialog, "Replace file?", .modal), node(.label, "\"a.txt\" already exists. Replace it?", parent: 0), button,
    ]
    let click = Command.click(.click, .element(Ref(.button, 1)), modifiers: [])
    #expect((risk(of: click, on: button, in: dialog) != nil) == isRisky)
  }

  @Test(arguments: [
    "De\u{200B}lete", "Ｄｅｌｅｔｅ", "Dеlеtе", "D e l e t e", "𝐃𝐞𝐥𝐞𝐭𝐞", "Del\u{AD}ete", "DÉLETE", "Delete\u{202E}",
    "_D_elete",
    "Del\u{301}ete", "\u{202E}eteleD\u{202C}",
  ])
  func seesThroughDisguises(name: String) {
    let click = Command.click(.click, .element(Ref(.button, 1)), modifiers: [])
    #expect(risk(of: click, on: node(.pushButton, name))?.kind == .delete)
  }

  @Test func readsWhatAButtonSaysOfItselfInsideAndInItsTooltip() {
    var tooltip = node(.pushButton, "×")
    tooltip.description = "Delete for ever"
    let click = Command.click(.click, .element(Ref(.button, 1)), modifiers: [])
    #expect(risk(of: click, on: tooltip, in: [tooltip])?.kind == .delete)
    let button = node(.pushButton, "GtkButton")
    #expect(risk(of: click, on: button, in: [button, node(.label, "Send", parent: 0)])?.kind == .send)
  }

  @Test(arguments: [("OK", true), ("", true), ("Yes", true), ("Cancel", false), ("Open", false)])
  func asksForAGenericButtonBesideADangerousText(name: String, isRisky: Bool) {
    let button = node(.pushButton, name, parent: 1)
    let page = [
      node(.frame, "Shop"), node(.panel, "", parent: 0), node(.label, "Delete your account?", parent: 1), button,
    ]
    let click = Command.click(.click, .element(Ref(.button, 1)), modifiers: [])
    #expect((risk(of: click, on: button, in: page) != nil) == isRisky)
  }

  @Test func knowsThatNoToSavingLosesWhatWasNotSaved() {
    let no = node(.pushButton, "_No", parent: 0)
    let dialog = [node(.dialog, "Editor", .modal), node(.label, "Save the changes to a.txt?", parent: 0), no]
    let click = Command.click(.click, .element(Ref(.button, 1)), modifiers: [])
    #expect(risk(of: click, on: no, in: dialog)?.kind == .discard)
    let other = [node(.dialog, "Trash", .modal), node(.label, "Empty the trash?", parent: 0), no]
    #expect(risk(of: click, on: no, in: other) == nil)
  }

  @Test func knowsWhatReturnAndLettersDoInAMenuAFormAndAList() {
    let enter = Command.key(Chord(modifiers: [], key: "Return"))
    let menu = [
      node(.frame, "x"), node(.menu, "File", parent: 0), node(.menuItem, "Open", parent: 1),
      node(.menuItem, "Delete", [.selected], parent: 1),
    ]
    #expect(risk(of: enter, on: nil, in: menu)?.kind == .delete)
    #expect(risk(of: .key(Chord(modifiers: [], key: "d")), on: nil, in: menu)?.kind == .delete)
    #expect(risk(of: .type(nil, "d", enter: false), on: nil, in: menu)?.kind == .delete)
    #expect(risk(of: .key(Chord(modifiers: [], key: "Down")), on: nil, in: menu) == nil)

    let field = node(.entry, "Amount", [.focused, .editable], parent: 0)
    let form = [node(.form, ""), field, node(.pushButton, "Pay now", [.enabled], parent: 0)]
    #expect(risk(of: enter, on: nil, in: form)?.kind == .pay)
    #expect(risk(of: .type(nil, "5", enter: true), on: nil, in: form)?.kind == .pay)
    #expect(risk(of: .key(Chord(modifiers: [], key: "space")), on: nil, in: form) == nil)
    var area = field
    area.states.insert(.multiLine)
    let mail = [form[0], area, node(.pushButton, "Send", [.enabled], parent: 0)]
    #expect(risk(of: enter, on: nil, in: mail) == nil)
    #expect(risk(of: .key(Chord(modifiers: [.ctrl], key: "Return")), on: nil, in: mail)?.kind == .send)
  }

  @Test func judgesADropByWhereAndAProgramByItsName() {
    let drag = Command.drag([Ref(.item, 1)], to: Ref(.item, 2))
    #expect(risk(of: drag, on: node(.listItem, "Trash"))?.kind == .delete)
    #expect(risk(of: drag, on: node(.listItem, "Photos")) == nil)
    #expect(risk(of: .open("Log Out"), on: nil)?.kind == .leave)
    #expect(risk(of: .open("Text Editor"), on: nil) == nil)
    #expect(risk(of: .key(Chord(modifiers: [.ctrl, .alt], key: "BackSpace")), on: nil)?.kind == .leave)
    #expect(risk(of: .key(Chord(modifiers: [], key: "XF86PowerOff")), on: nil)?.kind == .leave)
  }

  @Test func takesTheDeleteKeyForWhatItIsOutsideAField() {
    let delete = Command.key(Chord(modifiers: [], key: "Delete"))
    #expect(risk(of: delete, on: nil, in: [node(.icon, "a.txt", .focused)])?.kind == .delete)
    #expect(risk(of: delete, on: nil, in: [node(.entry, "Name", [.focused, .editable])]) == nil)
  }

  @Test(arguments: [
    ("Del", true), ("Shift+Del", true), ("Delete", true),
    ("Greek_rho;<Alt>Greek_epsilon:Greek_rho;<Shift>Delete", true),
    ("<Primary>KP_Delete", true), ("BackSpace", false), ("Greek_rho;<Alt>Greek_epsilon:Greek_rho;", false), ("", false),
  ])
  func knowsWhatTheDeleteKeyDoesInAnyLanguage(binding: String, isRisky: Bool) {
    let item = node(.menuItem, "Μετακίνηση στα απορρίμματα")
    let shortcuts = Chord(keyBinding: binding).map { [item.id: $0] } ?? [:]
    let click = Command.click(.click, .element(Ref(.menuItem, 1)), modifiers: [])
    let letter = Command.key(Chord(modifiers: [], key: "d"))
    for command in [click, letter] {
      let risk = risk(of: command, on: item, in: [node(.frame, ""), item], shortcuts: shortcuts)
      #expect(risk?.kind == (isRisky ? .delete : nil), "\(command)")
    }
    #expect(risk(of: click, on: item, in: [item]) == nil)
  }

  @Test(arguments: [
    ("Διαγραφή (Del)", true), ("Διαγραφή [Shift+Del]", true), ("Del", true), ("Barra lateral del", false),
    ("Διαγραφή (Ctrl+D)", false), ("", false),
  ])
  func readsTheDeleteKeyInATooltip(tooltip: String, isRisky: Bool) {
    var button = node(.pushButton, "×")
    button.description = tooltip
    let click = Command.click(.click, .element(Ref(.button, 1)), modifiers: [])
    #expect((risk(of: click, on: button, in: [button]) != nil) == isRisky)
  }

  @Test func judgesAMenuPathByItsLastTitle() {
    #expect(risk(of: .menu(["Edit", "Delete"], of: nil), on: nil)?.kind == .delete)
    #expect(risk(of: .menu(["Delete", "Everything"], of: nil), on: nil)?.kind == .delete)
    #expect(risk(of: .menu(["Trash", "Open"], of: nil), on: nil) == nil)
  }

  private func risk(
    of command: Command, on target: Node?, in nodes: [Node] = [], shortcuts: [NodeID: Chord] = [:]
  ) -> Risk? {
    let snapshot = Snapshot(application: "x", toolkit: "gtk", window: .editor, nodes: nodes)
    return RiskJudge(snapshot, shortcuts: shortcuts).risk(of: command, on: target)
  }

  private func node(_ role: Role, _ name: String, _ states: States = [], parent: Int? = nil) -> Node {
    Node(
      id: NodeID(bus: ":1.1", path: "/\(name)"), parent: parent, role: role,
      states: states.union([.showing, .visible]),
      name: name, bounds: Rect(x: 0, y: 0, width: 10, height: 10))
  }
}
