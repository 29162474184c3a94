import Foundation
import Model

/// A value that a column holds.
enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
}

/// What can be bound to a parameter of a statement.
protocol Bindable: Sendable {
  var value: Value { get }
}

extension Int: Bindable {
  var value: Value { .integer(Int64(self)) }
}

extension Int64: Bindable {
  var value: Value { .integer(self) }
}

extension String: Bindable {
  var value: Value { .text(self) }
}

extension NanoDollars: Bindable {
  var value: Value { .integer(rawValue) }
}

extension Optional: Bindable where Wrapped: Bindable {
  var value: Value { self?.value ?? .null }
}

/// Points in time are whole milliseconds since 1970, in UTC.
extension Date: Bindable {
  var value: Value { .integer(Int64((timeIntervalSince1970 * 1000).rounded())) }

  init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}

/// Durations are whole milliseconds.
extension Duration: Bindable {
  var value: Value { .integer(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000) }
}
