import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct FrameChoiceTests {
  private let window = Window(
    id: 1, pid: 7, title: "Notes", program: "Editor", bounds: Rect(x: 100, y: 100, width: 600, height: 400))

  private func frame(
    _ path: String, _ name: String, _ role: Role = .frame, _ states: States = [.showing], at bounds: Rect? = nil
  ) -> Frame {
    Frame(
      id: NodeID(bus: ":1.1", path: path), role: role, states: states, name: name, bounds: bounds)
  }

  @Test func titleDecidesBetweenWindows() throws {
    let choice = try #require(
      FrameChoice(
        of: [frame("/1", "Other", .frame, [.showing, .active]), frame("/2", "Notes")], for: window, popups: []))
    #expect(choice.window.id.path == "/2")
  }

  @Test func placeDecidesWhereThereIsNoName() throws {
    let withBorder = Rect(x: 99, y: 80, width: 602, height: 421)
    let choice = try #require(
      FrameChoice(of: [frame("/1", ""), frame("/2", "", at: withBorder)], for: window, popups: []))
    #expect(choice.window.id.path == "/2")
  }

  @Test func beingActiveIsEnough() throws {
    let choice = FrameChoice(of: [frame("/1", "", .frame, [.active])], for: window, popups: [])
    #expect(choice?.window.id.path == "/1")
  }

  @Test func hiddenPopupsThatClaimToShowAreNoWindow() {
    let popup = frame("/1", "", at: Rect(x: 0, y: 0, width: 880, height: 88))
    #expect(FrameChoice(of: [popup], for: window, popups: []) == nil)
    #expect(FrameChoice(of: [], for: window, popups: []) == nil)
  }

  @Test func rootsArePopupsThenDialogThenWindow() throws {
    let menuArea = Rect(x: 120, y: 120, width: 90, height: 200)
    let popup = Window(id: 2, pid: nil, title: "", program: "", bounds: menuArea)
    let choice = try #require(
      FrameChoice(
        of: [
          frame("/1", "Notes"), frame("/2", "Sure?", .dialog, [.modal, .showing]),
          frame("/3", "", .window, at: menuArea), frame("/4", "", .toolTip, at: menuArea),
          frame("/5", "", .window, at: Rect(x: 0, y: 0, width: 20, height: 20)),
        ], for: window, popups: [popup]))
    #expect(choice.roots.map(\.id.path) == ["/3", "/2", "/1"])
  }

  @Test func theDialogThatWasAskedForStandsAlone() throws {
    let dialog = frame("/2", "Notes", .dialog, [.modal, .showing])
    let other = frame("/3", "Deeper", .dialog, [.modal, .showing])
    let choice = try #require(FrameChoice(of: [frame("/1", "Main"), dialog, other], for: window, popups: []))
    #expect(choice.roots == [dialog])
  }

  @Test func placesInTheProgramsOwnPixelsCountAsWell() throws {
    let popup = Window(
      id: 2, pid: nil, title: "", program: "", bounds: Rect(x: 240, y: 240, width: 180, height: 400))
    let choice = try #require(
      FrameChoice(
        of: [
          frame("/1", ""), frame("/2", "", at: Rect(x: 50, y: 50, width: 300, height: 200)),
          frame("/3", "", .window, at: Rect(x: 120, y: 120, width: 90, height: 200)),
        ], for: window, popups: [popup]))
    #expect(choice.roots.map(\.id.path) == ["/3", "/2"])
    #expect(choice.scale.value == 2)
  }
}
