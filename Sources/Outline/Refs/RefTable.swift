import Commands

/// Which ref stands for which accessible, for the length of a task.
///
/// Numbers are given when a ref is first printed and never to another accessible. A row or a menu item
/// whose name changed is another thing in the same place, because lists reuse their rows; it gets a
/// ref of its own.
package struct RefTable: Sendable, Equatable, Codable {
  private var entries: [Entry] = []
  private var numbers: [Key: Int] = [:]

  package init() {}

  /// The ref of an element, a new one where it has none.
  mutating func ref(for element: Element) -> Ref? {
    guard let kind = element.kind else { return nil }
    return ref(kind, Key(of: element), identity: element.identity)
  }

  /// The ref of a group, keyed by what it groups.
  mutating func ref(for section: Section) -> Ref {
    let kind: Ref.Kind = section.kind == .document ? .document : .group
    return ref(kind, Key(of: section), identity: section.title)
  }

  /// The ref of the line that stands for every section without a line of its own.
  mutating func restRef(of view: View) -> Ref? {
    Self.restKey(of: view).map { ref(.group, $0, identity: "") }
  }

  static func restKey(of view: View) -> Key? {
    guard var section = view.sections.first, let subject = view.subject else { return nil }
    (section.ownerID, section.part) = (subject, -1)
    return Key(of: section)
  }

  /// The ref of an element that was printed before.
  func known(_ element: Element) -> Ref? { numbers[Key(of: element)].map { entries[$0 - 1].ref } }

  func known(_ section: Section) -> Ref? { numbers[Key(of: section)].map { entries[$0 - 1].ref } }

  func key(of ref: Ref) -> Key? { entry(of: ref)?.key }

  /// The accessible that a ref was given to; nil where none was. A group goes by what it groups.
  package func accessible(of ref: Ref) -> NodeID? { key(of: ref)?.id }

  /// The ref with this number; nil where none was given yet.
  func ref(numbered number: Int) -> Ref? {
    entries.indices.contains(number - 1) ? entries[number - 1].ref : nil
  }

  private func entry(of ref: Ref) -> Entry? {
    guard entries.indices.contains(ref.number - 1) else { return nil }
    let entry = entries[ref.number - 1]
    return entry.ref == ref ? entry : nil
  }

  private mutating func ref(_ kind: Ref.Kind, _ key: Key, identity: String) -> Ref {
    if let number = numbers[key] {
      entries[number - 1].identity = identity
      return entries[number - 1].ref
    }
    let ref = Ref(kind, entries.count + 1)
    entries.append(Entry(ref: ref, key: key, identity: identity))
    numbers[key] = ref.number
    return ref
  }

  private struct Entry: Sendable, Equatable, Codable {
    var ref: Ref
    var key: Key
    /// What it was called when it was last printed.
    var identity: String
  }

  /// What makes an accessible the same one.
  struct Key: Sendable, Hashable, Codable {
    var id: NodeID
    var role: Role
    /// The name, for rows and menu items only.
    var name: String?
    /// Tells a group from its owner, and runs of one owner from one another.
    var part: Int?

    init(of element: Element) {
      id = element.id
      role = element.role
      name = [.item, .menuItem, .link].contains(element.kind) ? element.identity : nil
    }

    init(of section: Section) {
      id = section.ownerID
      role = section.kind == .behind ? .invalid : .grouping
      part = section.part
    }
  }

  /// Where the accessible of `ref` is in `snapshot`, or why it must not be used.
  package func resolve(_ ref: Ref, in snapshot: Snapshot) -> Resolution {
    guard let entry = entry(of: ref) else { return .unknown }
    let places = snapshot.nodes.indices.filter { snapshot.nodes[$0].id == entry.key.id }
    guard let place = places.first else { return .gone }
    guard places.count == 1 else { return .ambiguous }
    if entry.key.part != nil { return .found(place) }
    guard snapshot.nodes[place].role == entry.key.role else { return .gone }
    let now = Naming.identity(of: place, in: Tree(snapshot))
    guard now == entry.identity || Self.mayBeRenamed.contains(entry.ref.kind) else { return .changed(nameNow: now) }
    return .found(place)
  }

  /// Kinds whose name is not what a person aims at, because it follows what they hold.
  private static let mayBeRenamed: Set<Ref.Kind> = [.editable, .document, .combo, .slider, .tab, .group]
}
