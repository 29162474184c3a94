import Model
import Testing

@testable import Agent

@Suite struct ImageTests {
  /// Asks for as many pictures as told, one a turn, and then is done.
  private func looker(_ count: Int) -> ScriptedModel {
    ScriptedModel { _, number in .init(text: number <= count ? "look" : "done \"seen\"") }
  }

  @Test func `twenty-five looks give twenty pictures, and the task goes on`() async throws {
    let stage = try Stage([.button("Save")])
    let model = looker(25)
    let end = try await stage.run(model)
    #expect(end.outcome == .done("seen"))
    #expect(end.images == 20)
    #expect(stage.desktop.deeds.count == 20)
    #expect(model.requests.compactMap(\.messages.last).reduce(0) { $0 + $1.images } == 20)
    #expect(model.told(22).contains("all 20 pictures of this task are used"))
    #expect(stage.person.notices.count { $0.contains("pictures") } == 1)
    let turns = try await stage.record().turns
    #expect(turns.map(\.images).reduce(0, +) == 20)
    #expect(turns.map(\.images).max() == 1)
  }

  @Test func `numbers the pictures`() async throws {
    let stage = try Stage([.button("Save")])
    let model = looker(3)
    try await stage.run(model)
    #expect(model.told(4).contains("picture 3/20, 400x350"))
    #expect(stage.person.turns.map(\.images) == [1, 2, 3, 3])
  }

  @Test func `a lower limit holds, and is said`() async throws {
    let stage = try Stage([.button("Save")])
    let model = looker(4)
    let end = try await stage.run(model, limits: Limits(images: 2))
    #expect(end.images == 2)
    #expect(model.told(3).contains("picture 2/2"))
    #expect(model.told(4).contains("all 2 pictures"))
    #expect(stage.person.notices.count == 1)
  }

  @Test func `no limit is above twenty or below none`() {
    #expect(Limits(images: 25).images == 20)
    #expect(Limits(images: -1).images == 0)
  }

  @Test func `records what the pictures of a turn are reckoned to cost`() async throws {
    let stage = try Stage([.button("Save")])
    try await stage.run(looker(1))
    let turns = try await stage.record().turns
    #expect(turns.map(\.imageTokens) == [0, ImageTokens.count(width: 400, height: 350)])
  }
}
