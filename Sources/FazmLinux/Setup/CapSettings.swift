import Agent
import Ledger
import Model
import Settings

/// The caps that the configuration sets, and what it wants done when one is reached.
struct CapSettings {
  let caps: [Cap]
  let onCap: OnCap

  /// What API calls may cost in all until the person is asked, where the configuration says nothing else.
  static let apiAllowance = Cap(mode: .api, period: .ever, limit: NanoDollars(rawValue: 10_000_000_000))

  init(_ configuration: KeyFile) throws {
    caps = try Cap.all.compactMap { cap in
      var cap = cap
      if cap.key == Self.apiAllowance.key, configuration.values[cap.key] == nil { return Self.apiAllowance }
      guard let limit = try configuration.dollars(cap.key) else { return nil }
      cap.limit = limit
      return cap
    }
    let word = configuration.values["on-cap"] ?? "ask"
    guard let onCap = OnCap(word) else {
      let modes = BillingMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage,
        "on-cap in \(Locations.configuration) takes ask, stop or switch:MODE (\(modes)), not \"\(word)\".")
    }
    self.onCap = onCap
  }

  /// The policy of a task; `connect` gives the model of another mode.
  func policy(
    otherModes: [BillingMode], connect: @escaping @Sendable (BillingMode) async throws -> any LanguageModel
  ) -> CapPolicy {
    CapPolicy(caps: caps, onCap: onCap, otherModes: otherModes) { mode throws(NotConnected) in
      do {
        return try await connect(mode)
      } catch {
        throw NotConnected(sentence: Failure(error).sentence)
      }
    }
  }
}
