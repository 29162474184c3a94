import Outline
import Testing

@testable import Accessibility

@Suite struct ClickActionTests {
  @Test(arguments: [
    (["SetFocus", "Press"], 1), (["press", "click"], 1), (["toggle"], 0), (["jump"], 0), (["ShowMenu", "Press"], 1),
  ])
  func theActionThatIsMostLikeAClickIsChosen(actions: [String], index: Int) {
    #expect(ClickAction.index(in: actions, role: .pushButton, states: []) == index)
  }

  @Test(arguments: [["SetFocus"], ["Toggle", "SetFocus"], ["clickAncestor"], ["showContextMenu", "scrollDown"], []])
  func nothingElsePassesForAClick(actions: [String]) {
    #expect(ClickAction.index(in: actions, role: .pushButton, states: []) == nil)
  }

  @Test(arguments: [Role.tableCell, .icon, .text])
  func activatingAnItemOrAFieldIsMoreThanAClick(role: Role) {
    #expect(ClickAction.index(in: ["edit", "activate"], role: role, states: []) == nil)
  }

  @Test func aFieldOfAnyRoleIsNotActivated() {
    #expect(ClickAction.index(in: ["activate"], role: .comboBox, states: .editable) == nil)
    #expect(ClickAction.index(in: ["activate"], role: .menuItem, states: []) == 0)
  }
}
