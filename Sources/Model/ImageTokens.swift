/// What an image counts, in input tokens.
package enum ImageTokens {
  /// One token for each patch of 28 × 28 pixels, begun ones included. Larger images than 1568 pixels on an edge or
  /// 1568 tokens are scaled down by some models, and count less there.
  package static func count(width: Int, height: Int) -> Int {
    patches(width) * patches(height)
  }

  private static func patches(_ pixels: Int) -> Int { max(0, pixels + 27) / 28 }
}
