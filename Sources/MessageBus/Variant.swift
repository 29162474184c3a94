import CDBus

/// A place in a message, whose value is read with its type checked, because other programs send what they like.
package struct Variant {
  private let message: Message
  /// Nil for all that the message holds.
  private let place: Place?

  init(_ message: Message, at place: Place? = nil) {
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
    var values = children
    var count = 0
    while values.skip() { count += 1 }
    return count
  }

  /// The value at `index` of a container, nil beyond its end.
  package func child(_ index: Int) -> Variant? {
    var values = children
    for _ in 0..<index where !values.skip() { return nil }
    return values.next()
  }

  /// The values of a container, each read when it is come to.
  package var children: Children { Children(message, at: first) }

  /// What a dictionary of options has under `name`; nil where it lacks that, and for what is no such dictionary.
  package subscript(name: String) -> Variant? {
    guard signature == "a{sv}" else { return nil }
    return children.first { $0.child(0)?.string == name }?.child(1)?.unboxed
  }

  /// What a variant holds; itself where it is none.
  package var unboxed: Variant {
    var place = place
    return place?.type() == "v" ? child(0) ?? self : self
  }

  package var string: String? {
    var place = place
    return place?.string()
  }

  /// Any whole number of at most 32 bits; an unsigned one keeps its bits, because the ATK bridge sends
  /// negative positions as unsigned.
  package var int32: Int32? {
    var place = place
    return place?.int32()
  }

  package var uint32: UInt32? {
    int32.map { UInt32(bitPattern: $0) }
  }

  package var double: Double? {
    var place = place
    return place?.double()
  }

  package var bool: Bool? {
    var place = place
    return place?.bool()
  }

  /// Where a container's first value is; nil where it is empty, or none.
  private var first: Place? {
    if var place { return place.first() }
    var first = Place()
    return dbus_message_iter_init(message.raw, &first) != 0 ? first : nil
  }
}
