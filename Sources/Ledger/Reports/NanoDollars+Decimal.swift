import Foundation
import Model

extension NanoDollars {
  /// The same amount in dollars, exactly.
  var dollars: Decimal {
    Decimal(sign: rawValue < 0 ? .minus : .plus, exponent: -9, significand: Decimal(rawValue.magnitude))
  }
}
