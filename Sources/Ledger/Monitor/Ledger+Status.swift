import Foundation
import Model

extension Ledger {
  /// How spending stands now; the time zone says when today began.
  package func status(in zone: TimeZone = .current) throws(LedgerError) -> UsageStatus {
    let now = now()
    let running = try tasks(in: .running)
    return UsageStatus(
      now: now, today: try spent(.today, in: zone), running: running,
      lastHour: try turns(since: now - UsageStatus.hour),
      funds: [try balance(), try pool(in: zone)].compactMap(\.self))
  }
}
