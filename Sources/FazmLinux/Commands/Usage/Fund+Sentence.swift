import Foundation
import Ledger

extension Fund {
  /// What is left of it, and since when that is counted.
  var sentence: String {
    let day = Date.FormatStyle.dateTime.year().month(.abbreviated).day().locale(Locale(identifier: "en_US_POSIX"))
    let least = spent.unknown > 0 ? "at most " : ""
    let refill = resets.map { ", filled again on \($0.formatted(day))" } ?? ""
    return "\(name): \(least)\(left.short) of \(amount) left (\(spent) spent since \(since.formatted(day)))\(refill)."
  }
}
