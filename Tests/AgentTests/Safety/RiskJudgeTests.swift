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

  @Test func takesTheDeleteKeyForWhatItIsOutsideAField() {
    let delete = Command.key(Chord(modifiers: [], key: "Delete"))
    #expect(risk(of: delete, on: nil, in: [node(.icon, "a.txt", .focused)])?.kind == .delete)
    #expect(risk(of: delete, on: nil, in: [node(.entry, "Name", [.focused, .editable])]) == nil)
  }

  @Test func judgesAMenuPathByItsLastTitle() {
    #expect(risk(of: .menu(["Edit", "Delete"], of: nil), on: nil)?.kind == .delete)
    #expect(risk(of: .menu(["Trash", "Open"], of: nil), on: nil) == nil)
  }

  private func risk(of command: Command, on target: Node?, in nodes: [Node] = []) -> Risk? {
    let snapshot = Snapshot(application: "x", toolkit: "gtk", window: .editor, nodes: nodes)
    return RiskJudge.risk(of: command, on: target, in: snapshot)
  }

  private func node(_ role: Role, _ name: String, _ states: States = [], parent: Int? = nil) -> Node {
    Node(
      id: NodeID(bus: ":1.1", path: "/\(name)"), parent: parent, role: role,
      states: states.union([.showing, .visible]),
      name: name, bounds: Rect(x: 0, y: 0, width: 10, height: 10))
  }
}
