import Testing

@testable import MessageBus

/// A value as it arrives in a message.
extension Variant {
  static func received(_ value: Argument) throws -> Variant {
    try #require(reply([value]).child(0))
  }

  /// The results of a method.
  static func reply(_ results: [Argument]) throws -> Variant {
    let call = Call(bus: "org.example", path: "/", interface: "org.example", method: "Reply", arguments: results)
    return try #require(Message(call, to: nil)).body
  }
}

extension Argument {
  static func reference(_ bus: String, _ path: String) -> Argument { .structure([.string(bus), .objectPath(path)]) }
  static func rect(_ numbers: Int32...) -> Argument { .structure(numbers.map(Argument.int32)) }
}
