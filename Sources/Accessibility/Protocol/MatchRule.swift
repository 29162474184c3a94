import MessageBus

extension Argument {
  /// A rule of the Collection interface that fits every accessible. The ATK bridge compares roles with the wrong
  /// numbers unless any will do.
  static let anyAccessible: Argument = {
    let (all, any): (Argument, Argument) = (.int32(1), .int32(2))
    return .structure([
      .array([], of: "i"), all, .array([], of: "{ss}"), all, .array([], of: "i"), any, .array([], of: "s"), all,
      .bool(false),
    ])
  }()
}
