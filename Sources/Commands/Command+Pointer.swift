import Geometry

/// click, double, right, middle, hover, scroll, drag.
extension Command {
  static func click(_ kind: ClickKind, _ arguments: inout Arguments) throws(CommandError) -> Command {
    let target = try target(&arguments)
    var modifiers: Set<Modifier> = []
    while let word = arguments.nextWord, word.hasPrefix("+") {
      for name in word.split(separator: "+") {
        guard let modifier = Modifier(name: name) else { throw .unknownModifier(String(name)) }
        modifiers.insert(modifier)
      }
      arguments.take()
    }
    return .click(kind, target, modifiers: Modifier.allCases.filter(modifiers.contains))
  }

  private static func target(_ arguments: inout Arguments) throws(CommandError) -> Target {
    if let word = arguments.nextWord, Point(word) != nil { throw .notAPoint(word) }
    if arguments.takeKeyword("at") { return .point(in: nil, try point(&arguments)) }
    let ref = try arguments.ref()
    guard arguments.takeKeyword("at") else { return .element(ref) }
    return .point(in: ref, try point(&arguments))
  }

  private static func point(_ arguments: inout Arguments) throws(CommandError) -> Point {
    guard let word = arguments.nextWord, let point = Point(word) else { throw .notAPoint(arguments.remainder) }
    arguments.take()
    return point
  }

  static func scroll(_ arguments: inout Arguments) throws(CommandError) -> Command {
    let ref = arguments.optionalRef()
    guard arguments.next != nil else { throw .missingDirection(.scroll) }
    guard let word = arguments.nextWord, let direction = Direction(rawValue: word.lowercased()) else {
      let meant = Spelling.nearest(to: arguments.remainder, among: Direction.allCases.lazy.map(\.rawValue))
      throw .unknownDirection(arguments.remainder, meant: meant.flatMap(Direction.init(rawValue:)))
    }
    arguments.take()
    if case .text = arguments.next { return .scroll(ref, direction, .until(try arguments.text())) }
    return .scroll(ref, direction, .clicks(try arguments.optionalNumber(atLeast: 1) ?? usualScroll))
  }

  /// Wheel clicks where the command says no number: as far as a person turns in one go.
  private static let usualScroll = 3

  /// `drag x1 to x3`, several with `drag x1 x2 to x3`, and `drag x1 x3` for two refs alone.
  static func drag(_ arguments: inout Arguments) throws(CommandError) -> Command {
    var refs = [try arguments.ref()]
    while let ref = arguments.optionalRef() { refs.append(ref) }
    if arguments.takeKeyword("to") { return .drag(refs, to: try arguments.ref()) }
    guard refs.count == 2 else {
      // More than two refs without `to`, or one and something else.
      throw arguments.next.map { .notARef($0.description, meant: nil, .drag) } ?? .missingRef(.drag)
    }
    return .drag([refs[0]], to: refs[1])
  }
}

extension Point {
  /// `300,200`
  fileprivate init?(_ word: String) {
    let parts = word.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let x = Int(digits: parts[0]), let y = Int(digits: parts[1]) else { return nil }
    self.init(x: x, y: y)
  }
}
