import Geometry
import Outline
import Testing

@testable import Agent

@Suite struct LookTests {
  private let desktop = FakeDesktop([.button("Save"), .list("Files", ["a.pdf"])])

  @Test func `takes a picture of the window or of an element`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("look").picture?.source == Window.editor.bounds)
    let save = try #require(desktop.with { $0["Save"]?.bounds })
    #expect(try await hand.report("look {Save}").picture?.source == save)
  }

  @Test func `points into the last picture`() async throws {
    var hand = try await Hand(desktop)
    let save = try #require(desktop.with { $0["Save"]?.bounds }).center
    let window = Window.editor.bounds
    let (x, y) = ((save.x - window.x) / 2, (save.y - window.y) / 2)
    let run = try await hand.run("look", "click at \(x),\(y)")
    #expect(run.reports.last?.route == .pointer)
    #expect(desktop.deeds.last == .click("Save", .left, 1, []))
  }

  @Test func `needs a picture to point into`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("click at 3,4") == .noPicture)
    _ = try await hand.run("look")
    #expect(try await hand.refusal("click at 400,1") == .outsidePicture)
    #expect(try await hand.refusal("click {Save} at 1,1") == .noPicture)
  }

  @Test func `points into no picture of a window that has moved or is another`() async throws {
    var hand = try await Hand(desktop)
    _ = try await hand.run("look")
    desktop.with { $0.windows[0].bounds.x += 40 }
    #expect(try await hand.refusal("click at 3,4") == .noPicture)
    _ = try await hand.run("look")
    desktop.with { $0.windows.append(.bank) }
    let run = try await hand.run("window \"Bank\"", "click at 3,4")
    #expect(run.reports.last?.effect == .refused(.noPicture))
  }

  @Test func `does not click what another window lies over`() async throws {
    var hand = try await Hand(desktop)
    _ = try await hand.run("look")
    desktop.with { $0.cover = .bank }
    #expect(try await hand.refusal("click at 3,4") == .covered(by: "Bank"))
  }

  @Test func `takes no more pictures than it may`() async throws {
    var hand = try await Hand(desktop, pictures: 1)
    _ = try await hand.report("look")
    #expect(try await hand.refusal("look") == .imagesUsed(1))
    #expect(desktop.deeds.count == 1)
  }

  @Test func `takes no picture of what does not show`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0["Save"]?.bounds?.x = 5000 }
    #expect(try await hand.refusal("look {Save}") == .outOfSight(try hand.ref("Save")))
    #expect(hand.steps.imagesTaken == 0)
  }

  @Test func `a program without a tree can be looked at and pointed into`() async throws {
    let desktop = FakeDesktop(nil)
    var hand = try await Hand(desktop)
    #expect(hand.screens.contains("opaque 800x700"))
    let run = try await hand.run("look", "click at 10,10")
    #expect(run.reports.map(\.effect) == [.confirmed, .nothing])
    #expect(desktop.deeds == [.capture(Window.editor.bounds), .click(nil, .left, 1, [])])
  }
}
