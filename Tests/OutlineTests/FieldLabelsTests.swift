import Geometry
import Testing

@testable import Outline

@Suite struct FieldLabelsTests {
  private func field(_ x: Int, _ y: Int, label: String? = nil) -> Widget {
    Widget(.text, label: label, bounds: Rect(x: x, y: y, width: 160, height: 30), adding: [.editable, .singleLine])
  }

  private func label(_ text: String, _ x: Int, _ y: Int) -> Widget {
    Widget(.label, text, bounds: Rect(x: x, y: y, width: 80, height: 30))
  }

  @Test func theLabelBesideAFieldNamesItWhateverTheirOrder() {
    let form = [
      field(110, 100), label("Password:", 10, 100), field(110, 60), label("Family name", 10, 60),
      field(110, 20), label("First name", 10, 20),
    ]
    #expect(lines(.window(form)) == ["e1 First name e2 Family name e3 Password"])
  }

  @Test func theLabelAboveAFieldNamesItWhereNoneIsBeside() {
    #expect(lines(.window([label("Title", 10, 10), field(10, 42)])) == ["e1 Title"])
    #expect(
      lines(.window([label("Above", 110, 10), label("Beside", 10, 42), field(110, 42)])) == ["\"Above\" e1 Beside"])
  }

  @Test func aLabelFartherOffBesideAFieldIsBetterThanOneAboveIt() {
    #expect(
      lines(.window([label("Above", 200, 8), label("Beside", 10, 42), field(200, 42)])) == ["\"Above\" e1 Beside"])
  }

  @Test func theTextOfAButtonOrARowNamesNothingBesideIt() {
    let button = Widget(
      .pushButton, bounds: Rect(x: 10, y: 20, width: 80, height: 30), [label("Lock", 10, 20)])
    #expect(lines(.window([button, field(110, 20)])) == ["b1 Lock e2"])
    let row = Widget(.listItem, "Size", bounds: Rect(x: 10, y: 20, width: 80, height: 30), [label("Size", 10, 20)])
    #expect(lines(.window([Widget(.list, [row]), field(110, 20)])).joined(separator: " ").contains(/\ e\d$/))
  }

  @Test func aBoxWithoutALabelAfterItIsNamedByTheOneBeforeIt() {
    func box(_ x: Int, _ y: Int) -> Widget { Widget(.checkBox, bounds: Rect(x: x, y: y, width: 20, height: 20)) }
    #expect(lines(.window([label("Show tabs:", 10, 20), box(200, 25)])) == ["c1 Show tabs"])
    #expect(
      lines(.window([label("Before", 10, 20), box(100, 25), label("After", 125, 20)])) == ["\"Before\" c1 After"])
  }

  @Test func aLabelIsBetterThanADescriptionAndThatThanAPlaceholder() {
    var widget = field(110, 20)
    widget.node.placeholder = "you@example.com"
    #expect(lines(.window([widget])) == ["e1 you@example.com"])
    widget.node.description = "Where answers go"
    #expect(lines(.window([widget])) == ["e1 Where answers go"])
    #expect(lines(.window([label("Mail:", 10, 20), widget])) == ["e1 Mail"])
  }

  @Test func theRelationIsBelievedFirst() {
    let form = [label("Near", 10, 20), field(110, 20, label: "Told:"), label("Told:", 10, 200)]
    #expect(lines(.window(form)).joined().contains("e1 Told"))
    #expect(lines(.window(form)).joined().contains("\"Near\""))
  }

  @Test func qtsGroupBoxNamesNoneOfTheFieldsInIt() {
    func spin(_ y: Int) -> Widget {
      Widget(.spinButton, "Grouping", bounds: Rect(x: 110, y: y, width: 90, height: 30))
    }
    let fields = [label("Binary", 10, 20), spin(20), label("Octal", 10, 60), spin(60)]
    #expect(
      lines(.window(toolkit: "Qt", [Widget(.panel, "Grouping", fields)])) == ["Grouping: s1 Binary s2 Octal"])
  }

  @Test func aLabelFarAwayStaysAText() {
    #expect(lines(.window([label("Far", 10, 20), field(500, 400)])).joined(separator: " ") == "\"Far\" e1")
  }

  @Test func aLabelThatRepeatsItsFieldsNameIsFolded() {
    let named = Widget(.spinButton, "Copies", bounds: Rect(x: 110, y: 20, width: 80, height: 30))
    #expect(lines(.window([label("Copies:", 10, 20), named])) == ["s1 Copies"])
  }

  @Test func aLabelAroundItsFieldIsFolded() {
    let day = Widget(.comboBox, "Day", bounds: Rect(x: 60, y: 20, width: 80, height: 30))
    let label = Widget(.label, "Day Friday", bounds: Rect(x: 10, y: 20, width: 130, height: 30), [day])
    #expect(lines(.window([label])) == ["o1 Day"])
  }
}
