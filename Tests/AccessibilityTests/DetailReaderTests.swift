import Testing

@testable import Accessibility

@Suite struct DetailReaderTests {
  @Test(arguments: [(0, nil, 0..<0), (12, 5, 0..<12), (-1, 0, 0..<0)])
  func aShortTextIsReadWhole(length: Int, caret: Int?, range: Range<Int>) {
    #expect(DetailReader.range(length: length, caret: caret) == range)
  }

  @Test(arguments: [
    (5000, nil, 0..<500), (5000, 3000, 2750..<3250), (5000, 5000, 4500..<5000), (5000, 9999, 4500..<5000),
  ])
  func ofALongTextThePartAroundTheCaretIsRead(length: Int, caret: Int?, range: Range<Int>) {
    #expect(DetailReader.range(length: length, caret: caret) == range)
  }
}
