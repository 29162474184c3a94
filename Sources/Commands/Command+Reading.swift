/// read.
extension Command {
  /// `read d1`, and on from a character with `read d1 4000` or `read d1 from 4000`.
  static func read(_ arguments: inout Arguments) throws(CommandError) -> Command {
    let ref = try arguments.ref()
    let hasKeyword = arguments.takeKeyword("from")
    let offset = try arguments.optionalNumber()
    if hasKeyword, offset == nil { throw .notANumber("from", .read) }
    return .read(ref, from: offset ?? 0)
  }
}
