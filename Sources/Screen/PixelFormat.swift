/// How an X server lays out the pixels of an image that has four bytes a pixel.
struct PixelFormat: Equatable {
  /// The place of each colour among a pixel's four bytes.
  var red: Int
  var green: Int
  var blue: Int

  /// Nil where a colour is not exactly one whole byte.
  init?(redMask: UInt, greenMask: UInt, blueMask: UInt, isBigEndian: Bool) {
    func place(_ mask: UInt) -> Int? {
      guard let byte = [0xFF, 0xFF00, 0xFF_0000, 0xFF00_0000].firstIndex(of: mask) else { return nil }
      return isBigEndian ? 3 - byte : byte
    }
    guard let red = place(redMask), let green = place(greenMask), let blue = place(blueMask) else { return nil }
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Red, green and blue bytes without any padding, from lines that may have some at their end.
  func packedRGB(from bytes: UnsafeRawBufferPointer, size: PictureSize, bytesPerLine: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size.width * size.height * 3) { packed, count in
      for line in 0..<size.height {
        for column in 0..<size.width {
          let pixel = line * bytesPerLine + column * 4
          packed[count] = bytes[pixel + red]
          packed[count + 1] = bytes[pixel + green]
          packed[count + 2] = bytes[pixel + blue]
          count += 3
        }
      }
    }
  }
}
