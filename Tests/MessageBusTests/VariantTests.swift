import Testing

@testable import MessageBus

@Suite struct VariantTests {
  /// What arrives where `results` are sent.
  private func reply(_ results: [Argument]) throws -> Variant {
    let call = Call(bus: "org.example", path: "/", interface: "org.example", method: "Reply", arguments: results)
    return try #require(Message(call, to: nil)).body
  }

  @Test func aDictionaryGivesWhatStandsUnderAName() throws {
    let options = try #require(reply([.dictionary(["token": .string("x"), "types": .uint32(1)])]).child(0))
    #expect(options.signature == "a{sv}")
    #expect(options["token"]?.string == "x")
    #expect(options["types"]?.uint32 == 1)
    #expect(options["other"] == nil)
    #expect(try reply([.dictionary([:])]).signature == "a{sv}")
  }

  @Test func whatIsNoDictionaryHasNothingUnderAName() throws {
    #expect(try reply([.string("token")])["token"] == nil)
    #expect(try reply([.string("token")]).child(0)?["token"] == nil)
  }

  @Test func whatIsNoPathIsNotSent() throws {
    #expect(try reply([.objectPath("no path")]).child(0)?.string == "/")
  }

  @Test func whatIsSentArrivesAsItWas() throws {
    let reply = try reply([
      .bool(true), .double(0.5), .int32(-7), .uint32(7), .string("näh"), .objectPath("/a"), .boxed(.array([], of: "s")),
    ])
    #expect(reply.signature == "bdiusov")
    #expect(reply.child(0)?.bool == true)
    #expect(reply.child(1)?.double == 0.5)
    #expect(reply.child(2)?.int32 == -7)
    #expect(reply.child(3)?.uint32 == 7)
    #expect(reply.child(4)?.string == "näh")
    #expect(reply.child(5)?.string == "/a")
    #expect(reply.child(6)?.unboxed.signature == "as")
    #expect(reply.child(6)?.unboxed.count == 0)
    #expect(reply.count == 7)
  }

  @Test func anAnswerWithoutResultsHoldsNothing() throws {
    let reply = try reply([])
    #expect(reply.count == 0)
    #expect(reply.child(0) == nil)
    #expect(Array(reply.children).isEmpty)
  }

  @Test func valuesAreReadOneAfterTheOther() throws {
    var values = try reply([
      .string("org.example.Text"), .string("Text"), .structure([.int32(1), .int32(2)]), .array([], of: "s"), .int32(3),
      .bool(true),
    ]).children
    let (long, short) = (values.nextString(dropping: "org.example."), values.nextString(dropping: "org.example."))
    #expect([long, short] == ["Text", "Text"])
    let (numbers, empty) = (values.nextChildren(), values.nextChildren())
    #expect(numbers.compactMap(\.int32) == [1, 2])
    #expect(Array(empty).isEmpty)
    let (wrong, right, none) = (values.nextString(), values.next(), values.next())
    #expect(wrong == nil)
    #expect(right?.bool == true)
    #expect(none?.string == nil)
    let isMore = values.skip()
    #expect(!isMore)
  }

  @Test(arguments: [("not a name", "/a"), (":1.4", "not a path"), ("", "/a"), (":1.4", "")])
  func nothingIsSentToWhatIsNoAddress(bus: String, path: String) {
    #expect(Message(Call(bus: bus, path: path, interface: "org.example", method: "Ask"), to: nil) == nil)
  }
}
