import Geometry
import Testing

@testable import Input

@Suite struct DragPathTests {
  @Test(arguments: [
    (Point(x: 10, y: 10), Point(x: 400, y: 300)), (Point(x: 400, y: 10), Point(x: 10, y: 12)),
    (Point(x: 5, y: 5), Point(x: 8, y: 5)),
  ])
  func itGoesFromTheStartOverThePlaceBesideTheEndToTheEnd(start: Point, end: Point) throws {
    let points = DragPath(from: start, to: end).points
    #expect(points.last == end)
    let beside = try #require(points.dropLast().last)
    #expect(beside != end && abs(beside.x - end.x) <= 1 && abs(beside.y - end.y) <= 1)
    let first = try #require(points.first)
    #expect(abs(first.x - start.x) <= 9 && abs(first.y - start.y) <= 9)
  }

  @Test func itNeverLeavesTheRectangleBetweenStartAndEnd() {
    let start = Point(x: 700, y: 20)
    let end = Point(x: 3, y: 500)
    let inside = DragPath(from: start, to: end).points.allSatisfy {
      (end.x...start.x).contains($0.x) && (start.y...end.y).contains($0.y)
    }
    #expect(inside)
  }
}
