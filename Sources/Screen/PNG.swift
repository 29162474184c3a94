import CPixbuf

/// Scales a picture and writes it as PNG.
enum PNG {
  /// The picture in `size`, from packed red, green and blue bytes; nil where GdkPixbuf has no memory for it.
  static func encode(rgb: [UInt8], size: PictureSize, scaledTo target: PictureSize) -> [UInt8]? {
    let bytes = g_bytes_new(rgb, gsize(rgb.count))
    defer { g_bytes_unref(bytes) }
    guard
      let picture = gdk_pixbuf_new_from_bytes(
        bytes, GDK_COLORSPACE_RGB, gboolean(0), 8, Int32(size.width), Int32(size.height), Int32(size.width * 3))
    else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(picture)) }
    guard target != size else { return write(picture) }
    guard
      let scaled = gdk_pixbuf_scale_simple(picture, Int32(target.width), Int32(target.height), GDK_INTERP_BILINEAR)
    else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(scaled)) }
    return write(scaled)
  }

  private static func write(_ picture: OpaquePointer) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<gchar>?
    var count: gsize = 0
    guard gdk_pixbuf_save_to_bufferv(picture, &buffer, &count, "png", nil, nil, nil) != 0, let buffer else {
      return nil
    }
    defer { g_free(buffer) }
    return buffer.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      Array(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }
}
