import Commands

/// One of a closed set of words.
///
/// The ledger takes nothing else about a step, so that typed text and screen content have no way into it.
package protocol Word: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

/// One command that was carried out, or refused.
package struct Step: Sendable, Hashable {
  package let verb: String
  package let ref: String?
  package let route: String?
  package let effect: String
  package let reason: String?

  package init(
    verb: Verb, ref: Ref? = nil, route: (any Word)? = nil, effect: any Word, reason: (any Word)? = nil
  ) {
    self.init(
      verb: verb.rawValue, ref: ref?.description, route: route?.rawValue, effect: effect.rawValue,
      reason: reason?.rawValue)
  }

  /// A step as the ledger has it.
  init(verb: String, ref: String?, route: String?, effect: String, reason: String?) {
    self.verb = verb
    self.ref = ref
    self.route = route
    self.effect = effect
    self.reason = reason
  }
}
