import Geometry

/// A PNG picture of a part of the screen, and how to get from it back to the screen.
package struct Screenshot: Sendable, Equatable {
  package var png: [UInt8]
  /// The size of the picture, in its own pixels.
  package var width: Int
  package var height: Int
  /// The part of the screen that it shows.
  package var source: Rect

  package init(png: [UInt8], width: Int, height: Int, source: Rect) {
    self.png = png
    self.width = width
    self.height = height
    self.source = source
  }

  /// The place on the screen in the middle of what a pixel of the picture shows; nil outside the picture.
  package func screenPoint(for pixel: Point) -> Point? {
    guard Rect(x: 0, y: 0, width: width, height: height).contains(pixel) else { return nil }
    return Point(
      x: source.x + (2 * pixel.x + 1) * source.width / (2 * width),
      y: source.y + (2 * pixel.y + 1) * source.height / (2 * height))
  }
}

/// The width and height of a picture.
struct PictureSize: Equatable {
  var width: Int
  var height: Int

  /// The size made smaller, in proportion, so that neither edge exceeds the limit; never larger.
  func fitted(to longEdge: Int) -> PictureSize {
    let longest = max(width, height)
    guard longest > longEdge, longEdge > 0 else { return self }
    return PictureSize(
      width: max(1, (width * longEdge + longest / 2) / longest),
      height: max(1, (height * longEdge + longest / 2) / longest))
  }
}
