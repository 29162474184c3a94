import Commands
import Geometry
import Outline

extension StepRunner {
  /// The accessible that a ref names, as it is now; refused where it is gone, has become another or is disabled.
  func target(_ ref: Ref, mayBeDisabled: Bool = false) async throws -> Node {
    if let problem = problem(with: ref) { throw problem }
    guard case .found(let index) = outliner.refs.resolve(ref, in: observer.snapshot) else {
      throw StepError.gone(ref)
    }
    let known = observer.snapshot.nodes[index]
    guard let now = try await desktop.accessibility.node(known.id) else { throw StepError.gone(ref) }
    guard now.role == known.role else { throw StepError.renamed(ref, now: now.name) }
    guard mayBeDisabled || now.isUsable else { throw StepError.disabled(ref) }
    // A list may have given its row to another item since it was looked at.
    var fresh = observer.snapshot
    if !now.name.isEmpty { fresh.nodes[index].name = now.name }
    if let problem = problem(with: ref, in: fresh) { throw problem }
    var target = known
    target.states = now.states
    target.bounds = now.bounds ?? known.bounds
    return target
  }

  /// Whether a ref names what is in a web page that is too long to be read whole, where it does not show.
  package func isUnread(_ ref: Ref) async -> Bool {
    guard problem(with: ref) == .gone(ref), observer.snapshot.nodes.contains(where: { $0.role == .documentWeb }),
      let id = outliner.refs.accessible(of: ref), let node = try? await desktop.accessibility.node(id)
    else { return false }
    return !node.states.contains(.showing)
  }

  /// Scrolls to what was not read of a long page.
  mutating func bringIntoView(_ refs: [Ref]) async throws(ViewError) {
    for ref in refs where await isUnread(ref) {
      if let id = outliner.refs.accessible(of: ref) { try await bringIntoView(id) }
    }
  }

  mutating func bringIntoView(_ id: NodeID) async throws(ViewError) {
    guard (try? await desktop.accessibility.scrollIntoView(id)) != nil else { return }
    try await observer.settle()
  }

  /// Why a ref cannot be used with the window as it is; nil where it can.
  package func problem(with ref: Ref) -> StepError? {
    problem(with: ref, in: observer.snapshot)
  }

  private func problem(with ref: Ref, in snapshot: Snapshot) -> StepError? {
    switch outliner.refs.resolve(ref, in: snapshot) {
    case .found: nil
    case .gone: .gone(ref)
    case .changed(let name): .renamed(ref, now: name)
    case .ambiguous: .ambiguous(ref)
    case .unknown: .unknownRef(ref)
    }
  }

  /// Where to click an accessible: the middle of the part of it that shows in the window. It is scrolled to
  /// where it does not show.
  mutating func place(of node: Node, _ ref: Ref?) async throws -> Point {
    let mayBeInPopup = observer.snapshot.isInPopup(node)
    if let point = clickPoint(of: node) { return try await uncovered(point, mayBeInPopup: mayBeInPopup) }
    if (try? await desktop.accessibility.scrollIntoView(node.id)) != nil { try await observer.settle() }
    if let point = clickPoint(of: node.id) { return try await uncovered(point, mayBeInPopup: mayBeInPopup) }
    guard let point = try await scrolled(to: node.id) else {
      throw ref.map(StepError.outOfSight) ?? .noSuchItem(node.name, available: [])
    }
    return try await uncovered(point, mayBeInPopup: mayBeInPopup)
  }

  /// Turns the wheel over the container of an accessible until it shows, as long as that brings it nearer.
  private mutating func scrolled(to id: NodeID) async throws -> Point? {
    var lastDistance = Int.max
    while let way = observer.snapshot.wayIntoView(of: id), way.distance < lastDistance {
      lastDistance = way.distance
      let notches = max(1, min(way.distance / Self.pixelsPerNotch, 10))
      let place = observer.snapshot.wheelPlace(over: way.view, in: way.container)
      try await desktop.input.scroll(at: place, direction: way.direction, clicks: notches)
      try await observer.settle()
      if observer.snapshot.isInView(id), let point = clickPoint(of: id) { return point }
    }
    return clickPoint(of: id)
  }

  /// Most toolkits scroll further than this with one notch of the wheel, none much less.
  private static let pixelsPerNotch = 80

  func clickPoint(of id: NodeID) -> Point? {
    observer.snapshot.nodes.first { $0.id == id }.flatMap(clickPoint)
  }

  private func clickPoint(of node: Node) -> Point? {
    guard !observer.snapshot.isHidden(node.id), let bounds = node.bounds,
      let visible = observer.snapshot.visiblePart(of: node, bounds: bounds)
    else { return nil }
    let reachable = visible.intersection(observer.screen)
    return reachable.isEmpty ? nil : reachable.center
  }

  /// `point`, where a click there reaches the window, or one of its popups where that is meant. The window is brought to
  /// the front where another one has come to lie over it.
  func uncovered(_ point: Point, mayBeInPopup: Bool) async throws -> Point {
    guard let cover = await cover(of: point, mayBeInPopup: mayBeInPopup) else { return point }
    guard await desktop.windows.windows().contains(where: { $0.id == cover.id }) else {
      throw StepError.covered(by: cover.name)
    }
    try? await desktop.windows.activate(observer.window.id, within: Self.raiseLimit)
    let end = desktop.time.now + Self.raiseLimit
    while let cover = await self.cover(of: point, mayBeInPopup: mayBeInPopup) {
      // Some windows stay on top of all others.
      guard desktop.time.now < end, !Task.isCancelled else { throw StepError.covered(by: cover.name) }
      await desktop.time.sleep(for: Observer.pollInterval)
    }
    return point
  }

  /// How long a window manager may take to bring a window to the front.
  private static let raiseLimit = Duration.milliseconds(300)

  /// What a click at a place would reach instead of the window; nil where it would reach that.
  func cover(of point: Point, mayBeInPopup: Bool) async -> Window? {
    guard let other = await desktop.windows.coveringWindow(at: point, of: observer.window.id) else { return nil }
    guard mayBeInPopup else { return other }
    let isOwnPopup = await desktop.windows.popups().contains { $0.id == other.id && $0.pid == observer.window.pid }
    return isOwnPopup ? nil : other
  }
}

extension Window {
  /// What a person knows it by; empty where it says nothing of itself.
  fileprivate var name: String { title.isEmpty ? program : title }
}

extension Node {
  /// Neither greyed out nor insensitive, as far as its toolkit tells.
  var isUsable: Bool {
    !states.isDisjoint(with: [.enabled, .sensitive])
  }
}

extension Snapshot {
  /// The part of an accessible that its window and every scrolled container around it let show; nil where none does.
  func visiblePart(of node: Node, bounds: Rect) -> Rect? {
    let isInPage = isInPage(node)
    // Any part of a page can have a view of its own, out of which a browser tells what was scrolled.
    if isInPage, !node.states.contains(.showing) { return nil }
    var visible = isInPopup(node) ? bounds : bounds.intersection(window.bounds)
    var inner = node
    while let place = inner.parent {
      let isHeader = inner.role.isColumnHeader
      let container = nodes[place]
      inner = container
      guard isInPage || container.role.clips, let frame = container.bounds, !frame.isEmpty else { continue }
      let part = visible.intersection(isHeader ? frame : frame.below(headers(of: place)))
      // What floats above a page can stand outside of what it is in.
      if container.role.clips || !part.isEmpty { visible = part }
    }
    return visible.isEmpty ? nil : visible
  }

  /// Whether more than a sliver of an accessible shows.
  func isInView(_ id: NodeID) -> Bool {
    guard let node = nodes.first(where: { $0.id == id }), let bounds = node.bounds,
      let visible = visiblePart(of: node, bounds: bounds)
    else { return false }
    return visible.height * 2 >= min(bounds.height, Self.rowHeight)
  }

  /// About what a line of a list takes, in pixels.
  private static let rowHeight = 30

  /// Whether an accessible does not show where it says it is: a page of GTK 4 that another has taken the place of.
  func isHidden(_ id: NodeID) -> Bool {
    nodes.contains { $0.id == id && $0.states.isDisjoint(with: [.visible, .showing]) }
  }

  /// Whether an accessible is part of a menu, a list or a dialog that is drawn in a window of its own.
  func isInPopup(_ node: Node) -> Bool {
    let root = containers(of: node).last ?? node
    return root.id != nodes.last { $0.parent == nil }?.id
  }

  /// Whether an accessible is part of a web page.
  func isInPage(_ node: Node) -> Bool { page(around: node) != nil }

  /// Whether an accessible is part of a web page in a tab that another one hides.
  func isInBackground(_ node: Node) -> Bool {
    page(around: node).map { !$0.states.contains(.showing) } ?? false
  }

  private func page(around node: Node) -> Node? { containers(of: node).last { $0.role == .documentWeb } }

  /// What an accessible is in, from the inside out.
  func containers(of node: Node) -> [Node] {
    var containers: [Node] = []
    var parent = node.parent
    while let index = parent {
      containers.append(nodes[index])
      parent = nodes[index].parent
    }
    return containers
  }

  /// Which way to scroll the container of an accessible so that it comes into view, and how far, in pixels; nil
  /// where nothing that scrolls holds it or its place is unknown.
  func wayIntoView(of id: NodeID) -> (container: Int, view: Rect, direction: Direction, distance: Int)? {
    guard let node = nodes.first(where: { $0.id == id }), let bounds = node.bounds ?? expectedBounds(of: node),
      !bounds.isEmpty
    else { return nil }
    var parent = node.parent
    while let index = parent {
      let view = nodes[index].bounds?.below(headers(of: index)).intersection(window.bounds) ?? window.bounds
      if nodes[index].role.clips, !view.isEmpty, view.intersection(bounds) != bounds {
        if bounds.maxY > view.maxY { return (index, view, .down, bounds.maxY - view.maxY) }
        if bounds.y < view.y { return (index, view, .up, view.y - bounds.y) }
        if bounds.maxX > view.maxX { return (index, view, .right, bounds.maxX - view.maxX) }
        if bounds.x < view.x { return (index, view, .left, view.x - bounds.x) }
      }
      parent = nodes[index].parent
    }
    return nil
  }

  /// Where a cell would be if the table went on beyond what it shows, for toolkits that know the place of nothing there.
  private func expectedBounds(of node: Node) -> Rect? {
    guard let cell = node.cell else { return nil }
    let placed = nodes.filter { $0.parent == node.parent && $0.cell?.column == cell.column && $0.isShown }
    let rows = placed.compactMap { other in other.cell.map { (distance: cell.row - $0.row, bounds: other.bounds) } }
    guard let nearest = rows.min(by: { abs($0.distance) < abs($1.distance) }) else { return nil }
    return nearest.bounds.map { row in
      Rect(x: row.x, y: row.y + nearest.distance * row.height, width: row.width, height: row.height)
    }
  }

  /// What the window is called for a person: its title, or its modal dialog's name.
  var groundTitle: String {
    let dialog = nodes.first { $0.states.contains(.modal) && !$0.name.isEmpty }
    return dialog?.name ?? window.title
  }
}

extension Role {
  /// Whether what lies outside its bounds does not show.
  var clips: Bool {
    switch self {
    case .scrollPane, .viewport, .frame, .window, .dialog, .treeTable, .tree, .table, .list, .listBox,
      .layeredPane, .documentWeb, .documentFrame:
      true
    default: false
    }
  }
}
