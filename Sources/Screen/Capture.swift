import CX11
import Geometry
import X11

extension Screen {
  package func capture(_ rect: Rect, longEdge: Int = 1280) throws(ScreenError) -> Screenshot {
    let visible = rect.intersection(desktopBounds)
    guard !visible.isEmpty else { throw .captureFailed("nothing of that part is on the screen") }
    let size = PictureSize(width: visible.width, height: visible.height)
    let target = size.fitted(to: longEdge)
    guard let png = PNG.encode(rgb: try pixels(of: visible), size: size, scaledTo: target) else {
      throw .captureFailed("there is not enough memory for it")
    }
    return Screenshot(png: png, width: target.width, height: target.height, source: visible)
  }

  /// Packed red, green and blue bytes. They come from the root, because a window's own pixels lack its popups.
  private func pixels(of rect: Rect) throws(ScreenError) -> [UInt8] {
    let answer = connection.attempt {
      XGetImage(
        connection.display, connection.root, Int32(rect.x), Int32(rect.y), UInt32(rect.width), UInt32(rect.height),
        XAllPlanes(), ZPixmap)
    }
    if connection.isLost { throw .displayLost }
    guard let answer, let image = answer else { throw .captureFailed("the X server did not answer") }
    defer { fazm_destroy_image(image) }
    let layout = image.pointee
    guard layout.bits_per_pixel == 32, let data = layout.data,
      let format = PixelFormat(
        redMask: layout.red_mask, greenMask: layout.green_mask, blueMask: layout.blue_mask,
        isBigEndian: layout.byte_order == MSBFirst)
    else { throw .captureFailed("a screen of \(layout.depth) bits a pixel is not supported, only one of 24") }
    let bytesPerLine = Int(layout.bytes_per_line)
    return format.packedRGB(
      from: UnsafeRawBufferPointer(start: data, count: bytesPerLine * rect.height),
      size: PictureSize(width: rect.width, height: rect.height), bytesPerLine: bytesPerLine)
  }
}
