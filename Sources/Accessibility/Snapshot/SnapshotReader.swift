import Geometry
import MessageBus
import Outline

/// Takes the snapshot of one window: finds its program, reads the tree, and completes what is visible.
struct SnapshotReader {
  let connection: Connection
  /// In the program's own pixels, as soon as these are known.
  private var window: Window
  private var popups: [Window]
  let limit: Duration
  let deadline: ContinuousClock.Instant
  /// Whether the window was read before.
  let isKnown: Bool

  init(connection: Connection, window: Window, popups: [Window], limit: Duration, isKnown: Bool) {
    self.connection = connection
    self.window = window
    self.popups = popups
    self.limit = limit
    self.isKnown = isKnown
    deadline = .now + limit
  }

  private typealias Tree = (nodes: [Node], isTruncated: Bool, isWhole: Bool)

  /// A snapshot, and what it takes to see and act on the same window again.
  struct Result {
    var snapshot: Snapshot
    var toolkit: Toolkit
    /// False where only what shows of a long page was read.
    var isWhole: Bool
    /// How far bounds were moved to where they are on the screen, for accessibles that needed it.
    var shifts: [NodeID: Point]
    var scale: ScaleFactor
    /// Those that tell of places in device pixels, although their program has pixels of its own.
    var unscaled: Set<NodeID>

    /// Where an accessible that the program says to be at `bounds` is on the screen.
    func place(of id: NodeID, at bounds: Rect) -> Rect {
      unscaled.contains(id) ? bounds : scale.devicePixels(shifts[id].map(bounds.shifted) ?? bounds)
    }
  }

  func read() throws(AccessibilityError) -> Result {
    let (program, choice) = try ProgramFinder(connection: connection, deadline: deadline, limit: limit)
      .find(window, popups: popups)
    var reader = self
    reader.window = choice.scale.programPixels(window)
    reader.popups = popups.map(choice.scale.programPixels)
    var result = try reader.read(program, choice)
    // What only seems out of date, because one part of a window shows a change before another, is not so for long.
    let end = min(deadline, .now + .milliseconds(300))
    while StaleRows.areIn(result.snapshot.nodes, of: program), .now < end {
      connection.pause(.milliseconds(30))
      result = try reader.read(program, choice)
    }
    result.snapshot.window = window
    result.snapshot.nodes = result.snapshot.nodes.scaled(by: choice.scale)
    return result
  }

  private func read(_ program: Program, _ choice: FrameChoice) throws(AccessibilityError) -> Result {
    let scale = choice.scale
    let areas = [window.bounds] + popups.map(\.bounds) + [choice.dialog?.bounds].compactMap(\.self)
    // What is outside by the pixels of Chromium may be inside by those of its pages, and is in nobody's way.
    let visibility = Visibility(
      areas: program.toolkit.isChromium ? areas.map(scale.devicePixels) : areas, toolkit: program.toolkit)
    var (nodes, isTruncated, isWhole) = wokenTree(of: program, below: choice.roots.map(\.id), visibility)
    guard nodes.contains(where: { $0.role != .unknown }) else {
      throw .notResponding(program: window.program, after: limit)
    }
    let pages = scale.pagesInDevicePixels(nodes)
    let unscaled = Set(pages.map { nodes[$0].id })
    for place in pages { nodes[place].bounds = nodes[place].bounds.map(scale.programPixels) }
    if program.toolkit.isQt {
      if !isKnown { QtMenus(connection: connection, deadline: deadline).keepItems(of: nodes) }
      nodes = withUnlistedMenus(nodes, of: program, visibility)
    }
    if program.toolkit.isGTK4 { nodes = CoveredPages(connection: connection, deadline: deadline).hidden(in: nodes) }
    nodes = CellReader(
      connection: connection, deadline: deadline, coordinates: program.toolkit.coordinates, visibility: visibility,
      canListTrees: program.hasCache
    ).completed(nodes)
    nodes = DeadContainers(connection: connection, deadline: deadline).replaced(in: nodes)
    if program.toolkit.isBrowser { nodes = PageFocus.corrected(in: nodes) }
    nodes = ShownIcons.marked(nodes, toolkit: program.toolkit)
    if program.isLibreOffice { nodes = OfficeCombos.unfolded(ShownParagraphs.marked(nodes)) }
    let detailed = Set(nodes.indices.filter { visibility.isVisible(nodes[$0]) }).union(ShownIcons.unnamed(nodes))
    nodes = DetailReader(connection: connection, deadline: deadline).completed(nodes, at: detailed.sorted())
    nodes = StaleRows.marked(nodes, of: program)
    if program.renewsCells { nodes = nodes.withCellsNamedByPlace }
    isTruncated = isTruncated || deadline <= .now
    let placed = Placement(window: window, popups: popups, toolkit: program.toolkit)
      .placed(program.toolkit.isQt ? QtMenus.placed(nodes) : nodes)
    let shifts = Self.shifts(from: nodes, to: placed)
    nodes = OpenMenus.hoisted(placed, popups: popups.map(\.bounds))
    let snapshot = Snapshot(
      application: program.name, toolkit: program.toolkit.name, window: window, nodes: nodes, isTruncated: isTruncated)
    return Result(
      snapshot: snapshot, toolkit: program.toolkit, isWhole: isWhole, shifts: shifts, scale: scale, unscaled: unscaled)
  }

  private static func shifts(from old: [Node], to new: [Node]) -> [NodeID: Point] {
    zip(old, new).reduce(into: [:]) { shifts, pair in
      guard let from = pair.0.bounds, let to = pair.1.bounds, from != to else { return }
      shifts[pair.0.id] = Point(x: to.x - from.x, y: to.y - from.y)
    }
  }

  private func withUnlistedMenus(_ nodes: [Node], of program: Program, _ visibility: Visibility) -> [Node] {
    let own = popups.filter { $0.pid == window.pid }
    let roots = QtPopups(connection: connection, deadline: deadline).menus(missingFrom: nodes, in: own)
    guard !roots.isEmpty else { return nodes }
    let menus = tree(of: program, below: roots, visibility).nodes
    return menus + nodes.shifted(by: menus.count)
  }

  /// Browsers tell of a page when they are first asked about it, a moment later.
  private func wokenTree(of program: Program, below roots: [NodeID], _ visibility: Visibility) -> Tree {
    var tree = tree(of: program, below: roots, visibility)
    let end = min(deadline, .now + .milliseconds(800))
    var isReady = !Waking.isAwaited(tree.nodes, of: program.toolkit, isKnown: isKnown)
    while !isReady, .now < end {
      connection.pause(.milliseconds(30))
      let next = self.tree(of: program, below: roots, visibility)
      let isAwaited = Waking.isAwaited(next.nodes, of: program.toolkit, isKnown: isKnown)
      isReady = !isAwaited && next.nodes.count == tree.nodes.count
      tree = next
    }
    if isReady { ProgramReader(connection: connection, deadline: deadline).meetWoken(program) }
    return tree
  }

  private func tree(of program: Program, below roots: [NodeID], _ visibility: Visibility) -> Tree {
    let cache = CacheReader(connection: connection, deadline: deadline)
    if program.hasCache, !program.toolkit.isBrowser || PageSize(connection, deadline).isSmall(roots),
      let cached = cache.read(below: roots)
    {
      return (cached, false, true)
    }
    let known = program.toolkit.isGTK4 ? cache.items(of: program.root.bus) : [:]
    let walk = WalkReader(
      connection: connection, deadline: deadline, toolkit: program.toolkit, visibility: visibility,
      known: known
    ).nodes(below: roots)
    return (walk.nodes, walk.isTruncated, !program.toolkit.isBrowser)
  }
}

extension [Node] {
  /// The same with bounds in device pixels.
  func scaled(by scale: ScaleFactor) -> [Node] {
    guard scale != .one else { return self }
    return map { node in
      var node = node
      node.bounds = node.bounds.map(scale.devicePixels)
      return node
    }
  }

  /// The same with cells that are named by their place in their table, which stays as it is.
  fileprivate var withCellsNamedByPlace: [Node] {
    map { node in
      guard let cell = node.cell, let table = node.parent.map({ self[$0].id }) else { return node }
      var node = node
      node.id = NodeID(bus: table.bus, path: table.path, cell: cell)
      return node
    }
  }
}
