import Model
import Settings

extension KeyFile {
  /// The amount in dollars that a setting gives; nil where it is missing or says none.
  func dollars(_ key: String) throws -> NanoDollars? {
    guard let text = values[key], text != "none" else { return nil }
    guard let amount = NanoDollars(dollars: text) else {
      throw Failure(
        .usage, "\(key) in \(Locations.configuration) takes an amount in dollars such as 5, or none, not \"\(text)\".")
    }
    return amount
  }
}

extension ParsedArguments {
  /// The whole number that an option or the configuration gives, within a range.
  func number(_ option: String, in range: ClosedRange<Int>, or configured: KeyFile) throws -> Int? {
    guard let text = values[option] ?? configured.values[option] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let numbers = "a whole number from \(range.lowerBound) to \(range.upperBound)"
      throw Failure(.usage, "\(place(of: option)) takes \(numbers), not \"\(text)\".")
    }
    return number
  }

  func dollars(_ option: String, or configured: KeyFile) throws -> NanoDollars? {
    guard let text = values[option] ?? configured.values[option] else { return nil }
    guard let amount = NanoDollars(dollars: text) else {
      throw Failure(.usage, "\(place(of: option)) takes an amount in dollars such as 0.05, not \"\(text)\".")
    }
    return amount
  }

  /// Where the value of an option stands, for people.
  func place(of option: String) -> String {
    values[option] == nil ? "\(option) in \(Locations.configuration)" : "--\(option)"
  }
}
