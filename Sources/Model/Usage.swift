/// The tokens of one model call, as the server reported them; nil is "not reported", never zero.
package struct Usage: Sendable, Hashable, Codable {
  /// Input tokens that no cache served.
  package var input: Int?
  package var cacheRead: Int?
  package var cacheWrite5m: Int?
  package var cacheWrite1h: Int?
  /// All output tokens, thinking included.
  package var output: Int?
  package var thinking: Int?

  package init(
    input: Int? = nil, cacheRead: Int? = nil, cacheWrite5m: Int? = nil, cacheWrite1h: Int? = nil,
    output: Int? = nil, thinking: Int? = nil
  ) {
    self.input = input
    self.cacheRead = cacheRead
    self.cacheWrite5m = cacheWrite5m
    self.cacheWrite1h = cacheWrite1h
    self.output = output
    self.thinking = thinking
  }

  /// Everything that went in: uncached, read from a cache and written to one. Nil also where the sum has no room in an
  /// integer, since the counters are a server's word.
  package var totalInput: Int? {
    guard var total = input else { return nil }
    for counter in [cacheRead, cacheWrite5m, cacheWrite1h] {
      let (sum, overflow) = total.addingReportingOverflow(counter ?? 0)
      if overflow { return nil }
      total = sum
    }
    return total
  }
}
