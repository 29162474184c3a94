/// The values of a container in their order.
package struct Children: Sequence, IteratorProtocol {
  private let message: Message
  /// That of the value that is read, or was read last; nil where there is none.
  private var place: Place?
  private var isRead = false

  init(_ message: Message, at place: Place?) {
    self.message = message
    self.place = place
  }

  package mutating func next() -> Variant? {
    skip()
    return place.map { Variant(message, at: $0) }
  }

  /// Nil where the next value is no text; whatever it is, it is passed.
  package mutating func nextString() -> String? {
    skip()
    return place?.string()
  }

  /// The same without `prefix`, if it begins so.
  package mutating func nextString(dropping prefix: StaticString) -> String? {
    skip()
    return place?.string(dropping: prefix)
  }

  package mutating func nextInt32() -> Int32? {
    skip()
    return place?.int32()
  }

  package mutating func nextUInt32() -> UInt32? {
    nextInt32().map { UInt32(bitPattern: $0) }
  }

  /// The values of the next one; none where it is no container.
  package mutating func nextChildren() -> Children {
    skip()
    return Children(message, at: place?.first())
  }

  /// Passes a value; false where there is none.
  @discardableResult
  package mutating func skip() -> Bool {
    // Passing a container takes as long as reading it, so that it is left until the next value is asked for.
    if isRead, place?.advance() == false { place = nil }
    isRead = true
    return place != nil
  }
}
