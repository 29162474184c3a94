import Accessibility
import Commands
import Geometry
import Input
import Outline
import Screen

/// What happens on a simulated desktop.
typealias Change = @Sendable (inout World) -> Void

/// A small simulated desktop: its windows, what they show, and what becomes of what is done to them.
struct World: Sendable {
  /// Topmost first.
  var windows: [Window] = []
  var active: UInt32?
  /// What programs are built with.
  var toolkit = "gtk"
  /// What each window shows; a window that is not here belongs to a program without a tree.
  var nodes: [UInt32: [Node]] = [:]
  /// What a page holds besides, that is too long to be read whole.
  var unread: [Node] = []
  var popups: [Window] = []
  var tooltips: [Window] = []
  /// What the pointer brings up where it comes to rest.
  var onMove: Change?
  /// Lies over everything, where there is one.
  var cover: Window?
  /// The modal dialogs that stand over windows.
  var dialogs: [UInt32: Window] = [:]
  /// What happens when a window is brought to the front.
  var onActivate: Change?
  /// Everything that reached the programs, in order.
  var deeds: [Deed] = []

  /// What an accessibility action on an accessible of this name does.
  var onPress: [String: Change] = [:]
  /// What a click with the pointer on an accessible of this name does, besides what it always does.
  var onClick: [String: Change] = [:]
  /// What happens once an accessible of this name has taken the focus.
  var onFocus: [String: Change] = [:]
  var onKey: [String: Change] = [:]
  /// What the wheel does.
  var onScroll: Change?
  var onType: Change?
  var onLaunch: [String: Change] = [:]
  /// How often the person was asked for leave to press keys.
  var leaveAsked = 0
  /// Shortcuts of menu items, by name, in the form of their toolkit.
  var keyBindings: [String: String] = [:]
  /// How often somebody has copied something.
  var copies = 0
  /// What the clipboard holds; nil where that cannot be kept.
  var clipboard: ClipboardContent? = ClipboardContent()
  /// How often it was read, and what was put back.
  var clipboardReads = 0
  var clipboardPutBack: [ClipboardContent] = []
  /// Accessibles that refuse to be pressed, by name.
  var unpressable: Set<String> = []
  /// Accessibles that fail at being pressed, by name.
  var failing: Set<String> = []
  /// Whether text that is set is dropped, as some programs do.
  var dropsText = false
  /// Whether a program says no to text that is set.
  var declinesText = false
  /// Whether programs tell of their changes.
  var tellsOfChanges = true
  /// What each window showed when its program told of a change last, and how often it has.
  var told: [UInt32: (nodes: [Node], count: Int)] = [:]
  /// What happens right after a window was looked at.
  var onSnapshot: Change?
  var isAllSelected = false
  /// Whether somebody has used the mouse or the keyboard.
  var personHasActed = false
  /// What is selected in the texts of these names.
  var selectedText: [String: String] = [:]
  /// How many more snapshots a program is too busy for.
  var busySnapshots = 0
  /// How long it takes to read a window.
  var readingTime = Duration.zero
  private(set) var now = ContinuousClock.now
  private var scheduled: [(time: ContinuousClock.Instant, change: Change)] = []

  /// Something that reached a program.
  enum Deed: Sendable, Equatable {
    case press(String), focus(String), setText(String, String), setValue(String, Double), scrollTo(String)
    case selectText(String, Range<Int>)
    case click(String?, PointerButton, Int, [Modifier]), move(Point), drag(String?, String?)
    case scroll(Direction, Int), type(String), paste(String), key(String), capture(Rect), activate(UInt32)
    case launch(String), select(String)
  }

  /// Has `change` happen some time from now.
  mutating func after(_ delay: Duration, _ change: @escaping Change) {
    scheduled.append((now + delay, change))
  }

  mutating func pass(_ duration: Duration) {
    now += duration
    let due = scheduled.filter { $0.time <= now }
    scheduled.removeAll { $0.time <= now }
    for event in due { event.change(&self) }
  }

  /// Opens a window on top and gives it the focus.
  mutating func open(_ window: Window, _ parts: [Part]?) {
    windows.insert(window, at: 0)
    active = window.id
    guard let parts else { return }
    let frame = Part(role: .frame, name: window.title, states: [.active, .enabled, .showing, .visible], parts: parts)
    nodes[window.id] = Layout(window).nodes([frame])
  }

  /// Adds an accessible to the end of a window.
  mutating func add(_ part: Part, to window: UInt32 = Window.editor.id) {
    guard let place = windows.first(where: { $0.id == window }), let shown = nodes[window] else { return }
    let added = Layout(place, from: shown.count + 5).nodes([part]).map { node in
      var node = node
      node.parent = node.parent.map { $0 + shown.count } ?? shown.firstIndex { $0.role == .frame }
      return node
    }
    nodes[window] = shown + added
  }

  /// Shows a menu, list or dialog before what a window shows already.
  mutating func show(_ part: Part, over window: UInt32 = Window.editor.id) {
    guard let place = windows.first(where: { $0.id == window }) else { return }
    let root = Layout(place, from: 300).nodes([part])
    nodes[window] =
      root
      + (nodes[window] ?? []).map { node in
        var node = node
        node.parent = node.parent.map { $0 + root.count }
        return node
      }
  }

  /// Takes away the first root of a window, and all that is in it.
  mutating func hideFirstRoot(of window: UInt32 = Window.editor.id) {
    guard let shown = nodes[window], let second = shown.dropFirst().firstIndex(where: { $0.parent == nil }) else {
      return
    }
    nodes[window] = shown[second...].map { node in
      var node = node
      node.parent = node.parent.map { $0 - second }
      return node
    }
  }

  /// Closes a window; the one below it gets the focus.
  mutating func close(_ id: UInt32) {
    windows.removeAll { $0.id == id }
    nodes[id] = nil
    if active == id { active = windows.first?.id }
  }

  /// The first accessible of this name, in any window.
  subscript(name: String) -> Node? {
    get { nodes.values.joined().first { $0.name == name } }
    set {
      for (window, shown) in nodes {
        guard let place = shown.firstIndex(where: { $0.name == name }), let newValue else { continue }
        nodes[window]?[place] = newValue
        return
      }
    }
  }

  /// The accessible of the active window that has the focus.
  var focused: Node? {
    active.flatMap { nodes[$0] }?.last { $0.states.contains(.focused) }
  }

  mutating func focus(_ name: String) {
    for (window, shown) in nodes {
      for place in shown.indices {
        nodes[window]?[place].states.remove(.focused)
        if shown[place].name == name { nodes[window]?[place].states.insert(.focused) }
      }
    }
  }
}
