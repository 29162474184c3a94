import Geometry
import Testing

@testable import Screen

@Suite struct ScreenshotTests {
  private func shot(_ width: Int, _ height: Int, of source: Rect = Rect(x: 0, y: 0, width: 1, height: 1)) -> Screenshot
  {
    Screenshot(png: [], width: width, height: height, source: source)
  }

  @Test func aPixelOfAPictureThatWasNotScaledIsThatPixelOfTheScreen() {
    let picture = shot(100, 50, of: Rect(x: 300, y: 200, width: 100, height: 50))
    #expect(picture.screenPoint(for: Point(x: 0, y: 0)) == Point(x: 300, y: 200))
    #expect(picture.screenPoint(for: Point(x: 99, y: 49)) == Point(x: 399, y: 249))
  }

  @Test func aPixelOfASmallerPictureIsTheMiddleOfWhatItShows() {
    let picture = shot(10, 10, of: Rect(x: 5, y: 7, width: 40, height: 20))
    #expect(picture.screenPoint(for: Point(x: 0, y: 0)) == Point(x: 7, y: 8))
    #expect(picture.screenPoint(for: Point(x: 9, y: 9)) == Point(x: 43, y: 26))
  }

  @Test func everyPixelOfThePictureIsWithinItsSource() {
    let source = Rect(x: 3, y: 11, width: 1921, height: 1079)
    let size = PictureSize(width: 1921, height: 1079).fitted(to: 1280)
    let picture = shot(size.width, size.height, of: source)
    for pixel in [
      Point(x: 0, y: 0), Point(x: size.width - 1, y: 0), Point(x: size.width - 1, y: size.height - 1),
    ] {
      #expect(picture.screenPoint(for: pixel).map(source.contains) == true)
    }
  }

  @Test(arguments: [Point(x: -1, y: 0), Point(x: 10, y: 0), Point(x: 0, y: 10)])
  func outsideThePictureIsNowhere(pixel: Point) {
    #expect(shot(10, 10).screenPoint(for: pixel) == nil)
  }
}

@Suite struct PictureSizeTests {
  @Test func theLongerEdgeIsBroughtToTheLimitInProportion() {
    #expect(PictureSize(width: 2560, height: 1600).fitted(to: 1280) == PictureSize(width: 1280, height: 800))
    #expect(PictureSize(width: 1080, height: 1920).fitted(to: 1280) == PictureSize(width: 720, height: 1280))
    #expect(PictureSize(width: 1281, height: 1).fitted(to: 1280) == PictureSize(width: 1280, height: 1))
    #expect(PictureSize(width: 5000, height: 1).fitted(to: 100) == PictureSize(width: 100, height: 1))
  }

  @Test func nothingIsMadeLarger() {
    let small = PictureSize(width: 300, height: 1280)
    #expect(small.fitted(to: 1280) == small)
  }
}
