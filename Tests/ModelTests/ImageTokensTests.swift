import Model
import Testing

@Suite struct ImageTokensTests {
  @Test(arguments: [
    (1, 1, 1), (28, 28, 1), (29, 28, 2), (1280, 800, 46 * 29), (1092, 1092, 39 * 39), (0, 5, 0),
  ])
  func `a token is a started square of 28 pixels`(width: Int, height: Int, tokens: Int) {
    #expect(ImageTokens.count(width: width, height: height) == tokens)
  }
}
