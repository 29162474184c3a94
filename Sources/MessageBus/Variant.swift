import CDBus

/// A place in a message, whose value is read with its type checked, because other programs send what they like.
package struct Variant {
  private let message: Message
  /// Nil for all that the message holds.
  private let place: DBusMessageIter?

  init(_ message: Message, at place: DBusMessageIter? = nil) {
    self.message = message
    self.place = place
  }

  /// Its D-Bus type, such as `a(so)`.
  package var signature: String {
    guard var place else { return String(cString: dbus_message_get_signature(message.raw)) }
    guard let signature = dbus_message_iter_get_signature(&place) else { return "" }
    defer { dbus_free(signature) }
    return String(cString: signature)
  }

  /// How many values it holds; 0 where it is no container.
  package var count: Int {
    guard var next = first else { return 0 }
    var count = 1
    while dbus_message_iter_next(&next) != 0 { count += 1 }
    return count
  }

  /// The value at `index` of a container, nil beyond its end.
  package func child(_ index: Int) -> Variant? {
    guard var next = first else { return nil }
    for _ in 0..<index where dbus_message_iter_next(&next) == 0 { return nil }
    return Variant(message, at: next)
  }

  /// The values of a container, each read when it is come to.
  package var children: Children { Children(message, at: first) }

  package struct Children: Sequence, IteratorProtocol {
    private let message: Message
    private var place: DBusMessageIter?

    fileprivate init(_ message: Message, at place: DBusMessageIter?) {
      self.message = message
      self.place = place
    }

    package mutating func next() -> Variant? {
      guard var place else { return nil }
      let child = Variant(message, at: place)
      self.place = dbus_message_iter_next(&place) != 0 ? place : nil
      return child
    }
  }

  /// What a dictionary of options has under `name`; nil where it lacks that, and for what is no such dictionary.
  package subscript(name: String) -> Variant? {
    guard signature == "a{sv}" else { return nil }
    return children.first { $0.child(0)?.string == name }?.child(1)?.unboxed
  }

  /// What a variant holds; itself where it is none.
  package var unboxed: Variant {
    type == "v" ? child(0) ?? self : self
  }

  package var string: String? {
    switch type {
    case "s", "o", "g": basic(UnsafePointer<CChar>?.none).map { String(cString: $0) }
    default: nil
    }
  }

  /// Any whole number of at most 32 bits; an unsigned one keeps its bits, because the ATK bridge sends
  /// negative positions as unsigned.
  package var int32: Int32? {
    switch type {
    case "i": basic(Int32(0))
    case "u": Int32(bitPattern: basic(UInt32(0)))
    case "n": Int32(basic(Int16(0)))
    default: nil
    }
  }

  package var uint32: UInt32? {
    int32.map { UInt32(bitPattern: $0) }
  }

  package var double: Double? {
    type == "d" ? basic(0) : nil
  }

  package var bool: Bool? {
    type == "b" ? basic(dbus_bool_t(0)) != 0 : nil
  }

  private var type: Unicode.Scalar {
    guard var place else { return "r" }
    return Unicode.Scalar(UInt8(truncatingIfNeeded: dbus_message_iter_get_arg_type(&place)))
  }

  /// Where a container's first value is; nil where it is empty, or none.
  private var first: DBusMessageIter? {
    var first = DBusMessageIter()
    guard var place else { return dbus_message_iter_init(message.raw, &first) != 0 ? first : nil }
    switch type {
    case "a", "r", "e", "v":
      dbus_message_iter_recurse(&place, &first)
      return dbus_message_iter_get_arg_type(&first) != 0 ? first : nil
    default: return nil
    }
  }

  /// The value there, of the type of `empty`, which must be what the message says it is.
  private func basic<Value: BitwiseCopyable>(_ empty: Value) -> Value {
    guard var place else { return empty }
    var value = empty
    dbus_message_iter_get_basic(&place, &value)
    return value
  }
}
