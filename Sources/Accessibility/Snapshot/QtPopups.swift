import Geometry
import MessageBus
import Outline

/// Finds Qt's context menus, which Qt lists nowhere: its application object leaves out windows that are popups.
///
/// Qt numbers its accessibles in the order in which it makes them, so that a menu that is open has one of the numbers
/// that nothing that was read has, most likely a late one.
struct QtPopups {
  /// How many numbers are tried at once, and in all.
  private static let step = 128
  private static let mostGuesses = 4_096
  private static let folder = "/org/a11y/atspi/accessible/"
  private static let firstNumber: UInt32 = 0x8000_0001

  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// Menus that are open but not among `nodes`: those that fill one of `popups`.
  func menus(missingFrom nodes: [Node], in popups: [Window]) -> [NodeID] {
    let unknown = popups.map(\.bounds).filter { area in !nodes.contains { isAbout($0.bounds, area) } }
    let numbers = Set(nodes.compactMap { $0.id.path.split(separator: "/").last.flatMap { UInt32($0) } })
    guard !unknown.isEmpty, let bus = nodes.first?.id.bus, let last = numbers.max(), last >= Self.firstNumber else {
      return []
    }
    var menus: [NodeID] = []
    var later = last
    var guesses = 0
    // What was made after all that was read, as long as there is something.
    while guesses < Self.mostGuesses, later < .max - UInt32(Self.step) {
      let roles = roles(of: (1...UInt32(Self.step)).map { later + $0 }, on: bus)
      menus += roles.filter(\.value.isMenu).map(\.key)
      later += UInt32(Self.step)
      guesses += Self.step
      if roles.isEmpty { break }
    }
    let earlier = (Self.firstNumber...last).reversed().lazy.filter { !numbers.contains($0) }
    let roles = roles(of: Array(earlier.prefix(Self.mostGuesses - guesses)), on: bus)
    menus += roles.filter(\.value.isMenu).map(\.key)
    let places = places(of: menus)
    return menus.filter { menu in unknown.contains { isAbout(places[menu], $0) } }
  }

  /// The roles of those accessibles that there are.
  private func roles(of numbers: [UInt32], on bus: String) -> [NodeID: Role] {
    var roles: [NodeID: Role] = [:]
    let batch = Batch(connection, until: deadline)
    for number in numbers {
      let id = NodeID(bus: bus, path: Self.folder + "\(number)")
      batch.add(.role(of: id)) { roles[id] = Role(atspi: $0.child(0)?.uint32 ?? 0) }
    }
    batch.run()
    return roles
  }

  private func places(of menus: [NodeID]) -> [NodeID: Rect] {
    var places: [NodeID: Rect] = [:]
    let batch = Batch(connection, until: deadline)
    for menu in menus {
      batch.add(.extents(of: menu, .screen)) { places[menu] = $0.child(0)?.rect }
    }
    batch.run()
    return places
  }

  private func isAbout(_ bounds: Rect?, _ area: Rect) -> Bool {
    bounds?.isAbout(area, slack: 12) ?? false
  }
}

extension Role {
  fileprivate var isMenu: Bool { self == .popupMenu || self == .menu }
}
