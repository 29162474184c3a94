import Model
import Testing

@Suite struct NanoDollarsFormatTests {
  @Test(
    arguments: [
      (0, "$0.00"), (1, "$0.000000001"), (10, "$0.00000001"), (81_305, "$0.000081305"), (310_000, "$0.00031"),
      (50_000_000, "$0.05"), (100_000_000, "$0.10"), (1_000_000_000, "$1.00"), (1_234_567_891, "$1.234567891"),
      (12_000_000_000_000, "$12000.00"), (-50_000_000, "-$0.05"), (.min, "-$9223372036.854775808"),
    ] as [(Int64, String)])
  func isExact(_ amount: Int64, _ text: String) {
    #expect(NanoDollars(rawValue: amount).description == text)
  }

  @Test(
    arguments: [
      (0, "$0.00"), (1, "$0.000000001"), (1_234, "$0.00000123"), (81_305, "$0.0000813"), (81_350, "$0.0000814"),
      (9_996_000, "$0.01"), (50_000_000, "$0.05"), (49_912_345, "$0.0499"), (123_456_789, "$0.123"),
      (999_999_999, "$1.00"), (1_234_567_891, "$1.23"), (1_235_000_000, "$1.24"), (-1_234, "-$0.00000123"),
      (.max, "$9223372036.85"),
    ] as [(Int64, String)])
  func isShort(_ amount: Int64, _ text: String) {
    #expect(NanoDollars(rawValue: amount).short == text)
  }

  @Test(
    arguments: [
      ("0.05", 50_000_000), ("$0.05", 50_000_000), ("12", 12_000_000_000), ("0", 0), ("0.000000001", 1),
      ("0.1", 100_000_000), ("0.10000000000", 100_000_000), ("1.23", 1_230_000_000), ("007.5", 7_500_000_000),
      ("9223372036.854775807", .max),
    ] as [(String, Int64)])
  func readsDollarsExactly(_ text: String, _ amount: Int64) {
    #expect(NanoDollars(dollars: text)?.rawValue == amount)
  }

  @Test(arguments: [
    "", "$", ".", "$$1", "1$", "1.", ".5", "-1", "+1", "1e-3", "0,05", "1_000", "1 000", "0x10", "NaN", "٣",
    "0.0000000001", "9223372036.854775808", "99999999999999999999", "1.2.3", " 1", "1\n",
  ])
  func refusesWhatIsNoAmount(_ text: String) {
    #expect(NanoDollars(dollars: text) == nil)
  }

  @Test(arguments: [1, 81_305, 310_000, 1_234_567_891, .max] as [Int64])
  func readsWhatItWrites(_ amount: Int64) {
    let amount = NanoDollars(rawValue: amount)
    #expect(NanoDollars(dollars: amount.description) == amount)
  }

  @Test func saysWhatIsUnknown() {
    #expect(Cost.unknown.description == "$?")
    #expect(Cost.unknown.short == "$?")
    #expect(Cost.reported(NanoDollars(rawValue: 81_305)).description == "$0.000081305")
    #expect(Cost.computed(NanoDollars(rawValue: 81_305)).short == "$0.0000813")
  }
}
