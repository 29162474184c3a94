import CGio

/// Owns one reference to a D-Bus value and reads it with its type checked, because other programs send
/// what they like.
///
/// Sendable because a GVariant never changes and counts its references atomically.
package final class Variant: @unchecked Sendable {
  package let raw: OpaquePointer

  /// Takes over a reference that the caller owns, or the floating one of a new value.
  package init(_ raw: OpaquePointer) {
    self.raw = g_variant_take_ref(raw)
  }

  deinit {
    g_variant_unref(raw)
  }

  package static func string(_ value: String) -> Variant { Variant(g_variant_new_string(value)) }
  /// The path must be a valid one; others end the program.
  package static func objectPath(_ value: String) -> Variant { Variant(g_variant_new_object_path(value)) }
  package static func int32(_ value: Int32) -> Variant { Variant(g_variant_new_int32(value)) }
  package static func uint32(_ value: UInt32) -> Variant { Variant(g_variant_new_uint32(value)) }
  package static func double(_ value: Double) -> Variant { Variant(g_variant_new_double(value)) }
  package static func bool(_ value: Bool) -> Variant { Variant(g_variant_new_boolean(value ? 1 : 0)) }
  package static func noStrings() -> Variant { Variant(g_variant_new_strv(nil, 0)) }
  package static func boxed(_ value: Variant) -> Variant { Variant(g_variant_new_variant(value.raw)) }

  package static func tuple(_ values: [Variant]) -> Variant {
    withExtendedLifetime(values) {
      let children: [OpaquePointer?] = values.map(\.raw)
      return Variant(g_variant_new_tuple(children, gsize(children.count)))
    }
  }

  /// Options by their names, as many D-Bus methods take them (`a{sv}`).
  package static func dictionary(_ values: [String: Variant]) -> Variant {
    let entries = values.sorted { $0.key < $1.key }.map { name, value in
      withExtendedLifetime((string(name), boxed(value))) { key, value in
        Variant(g_variant_new_dict_entry(key.raw, value.raw))
      }
    }
    return withExtendedLifetime(entries) {
      let children: [OpaquePointer?] = entries.map(\.raw)
      let type = g_variant_type_new("{sv}")
      defer { g_variant_type_free(type) }
      return Variant(g_variant_new_array(type, children, gsize(children.count)))
    }
  }

  /// The value that `text` spells in GLib's notation, nil where it spells none.
  package static func parsing(_ text: String) -> Variant? {
    g_variant_parse(nil, text, nil, nil, nil).map { Variant($0) }
  }

  /// Its D-Bus type, such as `a(so)`.
  package var signature: String { String(cString: g_variant_get_type_string(raw)) }

  /// How many values it holds; 0 where it is no container.
  package var count: Int {
    g_variant_is_container(raw) != 0 ? Int(g_variant_n_children(raw)) : 0
  }

  /// The value at `index` of a container, nil beyond its end.
  package func child(_ index: Int) -> Variant? {
    guard index < count else { return nil }
    return Variant(g_variant_get_child_value(raw, gsize(index)))
  }

  package var children: [Variant] {
    (0..<count).map { Variant(g_variant_get_child_value(raw, gsize($0))) }
  }

  /// What a dictionary of options has under `name`; nil where it lacks that, and for what is no such dictionary.
  package subscript(name: String) -> Variant? {
    guard signature == "a{sv}" else { return nil }
    return g_variant_lookup_value(raw, name, nil).map { Variant($0) }
  }

  /// What a variant holds; itself where it is none.
  package var unboxed: Variant {
    kind == G_VARIANT_CLASS_VARIANT ? Variant(g_variant_get_variant(raw)) : self
  }

  package var string: String? {
    switch kind {
    case G_VARIANT_CLASS_STRING, G_VARIANT_CLASS_OBJECT_PATH, G_VARIANT_CLASS_SIGNATURE:
      String(cString: g_variant_get_string(raw, nil))
    default: nil
    }
  }

  /// Any whole number of at most 32 bits; an unsigned one keeps its bits, because the ATK bridge sends
  /// negative positions as unsigned.
  package var int32: Int32? {
    switch kind {
    case G_VARIANT_CLASS_INT32: g_variant_get_int32(raw)
    case G_VARIANT_CLASS_UINT32: Int32(bitPattern: g_variant_get_uint32(raw))
    case G_VARIANT_CLASS_INT16: Int32(g_variant_get_int16(raw))
    default: nil
    }
  }

  package var uint32: UInt32? {
    int32.map { UInt32(bitPattern: $0) }
  }

  package var double: Double? {
    kind == G_VARIANT_CLASS_DOUBLE ? g_variant_get_double(raw) : nil
  }

  package var bool: Bool? {
    kind == G_VARIANT_CLASS_BOOLEAN ? g_variant_get_boolean(raw) != 0 : nil
  }

  private var kind: GVariantClass { g_variant_classify(raw) }
}
