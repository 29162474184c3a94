import CDBus
import Glibc

/// A place in a message, at which one value stands; behind the last of a container there is none.
typealias Place = DBusMessageIter

extension Place {
  /// The value's D-Bus type, such as `s`; NUL where there is no value.
  mutating func type() -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: dbus_message_iter_get_arg_type(&self)))
  }

  /// Goes on to the next value; false where there is none.
  mutating func advance() -> Bool {
    dbus_message_iter_next(&self) != 0
  }

  /// Where the first value of a container is; nil where it is empty, or none.
  mutating func first() -> Place? {
    let type = type()
    guard type == "a" || type == "r" || type == "e" || type == "v" else { return nil }
    var first = Place()
    dbus_message_iter_recurse(&self, &first)
    // Only arrays can be empty.
    return type == "a" && first.type() == "\0" ? nil : first
  }

  mutating func string() -> String? {
    text().map { String(cString: $0) }
  }

  /// The text, without `prefix` if it begins so. A text of at most 15 bytes takes no memory of its own.
  mutating func string(dropping prefix: StaticString) -> String? {
    text().map { text in
      let length = prefix.utf8CodeUnitCount
      return String(cString: strncmp(text, prefix.utf8Start, length) == 0 ? text + length : text)
    }
  }

  private mutating func text() -> UnsafePointer<CChar>? {
    switch type() {
    case "s", "o", "g": basic(nil)
    default: nil
    }
  }

  mutating func int32() -> Int32? {
    switch type() {
    case "i": basic(Int32(0))
    case "u": Int32(bitPattern: basic(UInt32(0)))
    case "n": Int32(basic(Int16(0)))
    default: nil
    }
  }

  mutating func double() -> Double? {
    type() == "d" ? basic(0) : nil
  }

  mutating func bool() -> Bool? {
    type() == "b" ? basic(dbus_bool_t(0)) != 0 : nil
  }

  /// The value there, of the type of `empty`, which must be what the message says it is.
  private mutating func basic<Value: BitwiseCopyable>(_ empty: Value) -> Value {
    var value = empty
    dbus_message_iter_get_basic(&self, &value)
    return value
  }
}
