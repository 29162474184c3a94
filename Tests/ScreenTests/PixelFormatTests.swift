import Testing

@testable import Screen

@Suite struct PixelFormatTests {
  @Test func theUsualServerSendsBlueFirst() throws {
    let format = try #require(
      PixelFormat(redMask: 0xFF_0000, greenMask: 0xFF00, blueMask: 0xFF, isBigEndian: false))
    let bytes: [UInt8] = [3, 2, 1, 0, 6, 5, 4, 0]
    #expect(rgb(bytes, format, PictureSize(width: 2, height: 1), bytesPerLine: 8) == [1, 2, 3, 4, 5, 6])
  }

  @Test func aBigEndianServerSendsRedAfterThePadding() throws {
    let format = try #require(PixelFormat(redMask: 0xFF_0000, greenMask: 0xFF00, blueMask: 0xFF, isBigEndian: true))
    #expect(rgb([0, 1, 2, 3], format, PictureSize(width: 1, height: 1), bytesPerLine: 4) == [1, 2, 3])
  }

  @Test func paddingAtTheEndOfALineIsLeftOut() throws {
    let format = try #require(PixelFormat(redMask: 0xFF, greenMask: 0xFF00, blueMask: 0xFF_0000, isBigEndian: false))
    let bytes: [UInt8] = [1, 2, 3, 0, 99, 99, 99, 99, 4, 5, 6, 0, 99, 99, 99, 99]
    #expect(rgb(bytes, format, PictureSize(width: 1, height: 2), bytesPerLine: 8) == [1, 2, 3, 4, 5, 6])
  }

  @Test func coloursThatAreNotWholeBytesAreRefused() {
    #expect(PixelFormat(redMask: 0xF800, greenMask: 0x7E0, blueMask: 0x1F, isBigEndian: false) == nil)
    #expect(PixelFormat(redMask: 0x3FF0_0000, greenMask: 0xF_FC00, blueMask: 0x3FF, isBigEndian: false) == nil)
  }

  private func rgb(_ bytes: [UInt8], _ format: PixelFormat, _ size: PictureSize, bytesPerLine: Int) -> [UInt8] {
    bytes.withUnsafeBytes { format.packedRGB(from: $0, size: size, bytesPerLine: bytesPerLine) }
  }
}
