import Testing

@testable import Screen

@Suite struct PNGTests {
  @Test(arguments: [PictureSize(width: 4, height: 2), PictureSize(width: 2, height: 1)])
  func aPictureSaysItIsPNGAndHowLargeItIs(target: PictureSize) throws {
    let size = PictureSize(width: 4, height: 2)
    let rgb = [UInt8](repeating: 200, count: size.width * size.height * 3)
    let png = try #require(PNG.encode(rgb: rgb, size: size, scaledTo: target))
    #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(number(in: png, at: 16) == target.width)
    #expect(number(in: png, at: 20) == target.height)
  }

  @Test func differentPicturesAreDifferentFiles() {
    let size = PictureSize(width: 1, height: 1)
    #expect(
      PNG.encode(rgb: [255, 0, 0], size: size, scaledTo: size)
        != PNG.encode(rgb: [0, 0, 255], size: size, scaledTo: size))
  }

  private func number(in png: [UInt8], at offset: Int) -> Int {
    png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
