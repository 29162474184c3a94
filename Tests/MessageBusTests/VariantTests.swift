import Testing

@testable import MessageBus

@Suite struct VariantTests {
  @Test func aDictionaryGivesWhatStandsUnderAName() {
    let options = Variant.dictionary(["token": .string("x"), "types": .uint32(1)])
    #expect(options.signature == "a{sv}")
    #expect(options["token"]?.string == "x")
    #expect(options["types"]?.uint32 == 1)
    #expect(options["other"] == nil)
    #expect(Variant.dictionary([:]).signature == "a{sv}")
  }

  @Test func whatIsNoDictionaryHasNothingUnderAName() {
    #expect(Variant.string("token")["token"] == nil)
    #expect(Variant.tuple([.string("token")])["token"] == nil)
  }
}
