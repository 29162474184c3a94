import Foundation
import Testing

@testable import Model

/// When a limit ends, in the words of servers and programs.
@Suite struct ResetTimeTests {
  /// Friday, 20 November 2026, 10:00 UTC.
  private static let now = Date(timeIntervalSince1970: 1_795_168_800)

  @Test(arguments: [
    ("Claude AI usage limit reached|1795200000", "2026-11-20T18:40:00Z"),
    ("You will regain access on 2026-12-01 at 00:00 UTC.", "2026-12-01T00:00:00Z"),
    ("Resets 2026-12-01T08:30:00Z", "2026-12-01T08:30:00Z"),
    ("limited until 2027-01-01", "2027-01-01T00:00:00Z"),
    ("You've hit your limit · resets 3pm (UTC)", "2026-11-20T15:00:00Z"),
    ("You've hit your limit · resets 10am (UTC)", "2026-11-21T10:00:00Z"),
    ("You're out of extra usage · resets 10:30pm (Europe/Rome)", "2026-11-20T21:30:00Z"),
    ("You're out of extra usage · resets Dec 4, 8pm (Europe/Budapest)", "2026-12-04T19:00:00Z"),
    ("You've hit your weekly limit · resets Jan 16 at 1am (Asia/Tokyo)", "2027-01-15T16:00:00Z"),
    ("Limits will reset at 9:30 AM.", "2026-11-21T07:30:00Z"),
    ("resets 12am (UTC)", "2026-11-21T00:00:00Z"),
    ("resets 12pm (UTC)", "2026-11-20T12:00:00Z"),
    ("resets 17:45 (Nowhere/Land)", "2026-11-20T15:45:00Z"),
    ("Your quota will reset after 13h5m12s.", "2026-11-20T23:05:12Z"),
    ("Please try again in 20 minutes", "2026-11-20T10:20:00Z"),
    ("retry after 90s", "2026-11-20T10:01:30Z"),
    ("resets in 2 days, 3 hours", "2026-11-22T13:00:00Z"),
  ])
  func isRead(text: String, time: String) throws {
    let zone = try #require(TimeZone(identifier: "Europe/Helsinki"))
    #expect(ResetTime.find(in: text, now: Self.now, zone: zone)?.formatted(.iso8601) == time)
  }

  @Test(arguments: [
    "", "Too many requests", "resets soon", "resets 5", "resets 99pm", "resets Foo 3, 8pm", "room 1795200000",
    "version 12 of 2026", "It resets everything after 3 tries", "resets Feb 30, 8pm (UTC)", "|12",
  ])
  func isNotMadeUp(text: String) {
    #expect(ResetTime.find(in: text, now: Self.now, zone: .gmt) == nil)
  }

  @Test func theNextMonthBeginsInUTC() {
    #expect(APIError.nextMonth(after: Self.now)?.formatted(.iso8601) == "2026-12-01T00:00:00Z")
    let lastSecond = Date(timeIntervalSince1970: 1_798_761_599)
    #expect(APIError.nextMonth(after: lastSecond)?.formatted(.iso8601) == "2027-01-01T00:00:00Z")
  }
}
