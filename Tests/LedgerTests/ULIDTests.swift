import Foundation
import Testing

@testable import Ledger

@Suite struct ULIDTests {
  @Test func spellsItsBits() {
    #expect(ULID(bits: 0).description == "00000000000000000000000000")
    #expect(ULID(bits: .max).description == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    #expect(ULID(bits: 32).description == "00000000000000000000000010")
  }

  /// The first ten of the specification's own example are its time.
  @Test func beginsWithItsTime() {
    var generator = ULIDGenerator()
    let ulid = generator.next(at: Date(timeIntervalSince1970: 1_469_918_176.385))
    #expect(ulid.description.hasPrefix("01ARYZ6S41"))
  }

  @Test func risesWithinAMillisecondAndWhenTheClockIsSetBack() {
    var generator = ULIDGenerator()
    let now = Date(timeIntervalSince1970: 1_794_477_600)
    var ulids = (0..<1000).map { _ in generator.next(at: now) }
    ulids.append(generator.next(at: now - 3600))
    ulids.append(generator.next(at: now + 1))
    #expect(ulids == ulids.sorted())
    #expect(Set(ulids).count == ulids.count)
  }

  @Test func readsWhatItWrites() {
    var generator = ULIDGenerator()
    let ulid = generator.next(at: Date(timeIntervalSince1970: 1_794_477_600))
    #expect(ULID(ulid.description) == ulid)
    #expect(ULID(ulid.description.lowercased()) == ulid)
  }

  @Test(arguments: [
    "", "01ARYZ6S41", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01ARYZ6S41TSV4RRFFQ69G5FAI", "01ARYZ6S41TSV4RRFFQ69G5FAVX",
  ])
  func refusesWhatIsNone(_ text: String) {
    #expect(ULID(text) == nil)
  }
}
