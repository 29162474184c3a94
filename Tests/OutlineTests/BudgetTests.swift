import Testing

@testable import Outline

@Suite struct BudgetTests {
  private static let budgets = [60, 80, 100, 150, 200, 300, 500, 1000, 2000]

  @Test("nothing costs more than the budget", arguments: Fixtures.names)
  func holdsTheBudget(fixture: String) throws {
    let snapshot = try Fixtures.snapshot(fixture)
    for budget in Self.budgets {
      var outliner = Outliner(budget: budget)
      let outline = outliner.outline(of: snapshot, for: "organize this folder and save it")
      #expect(outline.tokens <= budget, "\(outline.text)")
      #expect(TokenEstimate.tokens(in: outliner.find("open")) <= budget)
      for number in 1...8 {
        guard let ref = outliner.refs.ref(numbered: number), let page = outliner.expand(ref) else { continue }
        #expect(TokenEstimate.tokens(in: page) <= budget, "\(page)")
      }
    }
  }

  @Test("where the keyboard is, is told in the smallest budget", arguments: Fixtures.names)
  func tellsTheFocus(fixture: String) throws {
    let snapshot = try Fixtures.snapshot(fixture)
    let view = View(snapshot)
    let hasFocus =
      view.elements.contains { $0.isFocused && $0.isVisible }
      || view.sections.contains { $0.marks.contains(.focused) }
    let refs = outline(snapshot, budget: 60).matches(of: /[a-z]\d+[-+*?]*!/)
    #expect(!hasFocus || !refs.isEmpty, "\(outline(snapshot, budget: 60))")
  }

  @Test("the same snapshot is the same text", arguments: Fixtures.names)
  func isDeterministic(fixture: String) throws {
    let snapshot = try Fixtures.snapshot(fixture)
    var outliner = Outliner()
    let first = outliner.outline(of: snapshot, for: "save")
    #expect(outliner.outline(of: snapshot, for: "save") == first)
    var other = Outliner()
    #expect(other.outline(of: snapshot, for: "save") == first)
  }

  private let window = Snapshot.window(
    (0..<60).map { Widget(.pushButton, "Command number \($0)") } + [
      Widget(.text, "Notes", text: "", adding: [.editable, .focused])
    ])

  @Test func whatTheRequestNamesStays() {
    #expect(!outline(window, budget: 60).contains("number 47"))
    #expect(outline(window, for: "press command 47", budget: 60).contains("Command number 47"))
  }

  @Test func anotherWordForTheSameStays() {
    let window = Snapshot.window(
      (0..<60).map { Widget(.pushButton, "Gadget \($0)") } + [Widget(.pushButton, "Move to Trash")])
    #expect(!outline(window, budget: 80).contains("Trash"))
    #expect(outline(window, for: "delete the report", budget: 80).contains("Move to Trash"))
  }

  @Test func theFocusStays() {
    #expect(outline(window, budget: 60).contains("!=\"\" Notes"))
  }

  @Test func whatDoesNotFitIsCounted() throws {
    let line = try #require(lines(window, budget: 100).first)
    let shown = line.split(separator: "Command").count - 1
    #expect(line.hasSuffix("g1 +\(60 - shown) more"))
  }

  @Test func whatIsFoldedSaysWhatIsInIt() {
    let tools = Widget(.toolBar, "Formatting", (0..<30).map { _ in Widget(.toggleButton, "Tool") })
    let form = Widget(
      .panel, "Person",
      (0..<4).map { Widget(.text, "Question number \($0)", text: "yes", adding: [.editable, .singleLine]) })
    let text = outline(.window([tools, form]), for: "answer question number 1, 2 and 3", budget: 60)
    #expect(text.contains(" Formatting: 30 c"))
    #expect(text.contains("Question number 3"))
  }
}
