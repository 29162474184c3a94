import Geometry
import Outline

extension Accessibility {
  /// Every window that programs say they show, where no window system tells. Their bounds are only good within each.
  package func topLevels(limit: Duration = .seconds(1)) throws(AccessibilityError) -> [TopLevel] {
    let deadline = ContinuousClock.now + limit
    let list = ApplicationList(connection: connection, deadline: deadline)
    let roots = try list.roots()
    let pids = list.pids(of: roots)
    return ProgramReader(connection: connection, deadline: deadline).programs(at: roots).flatMap { program in
      program.frames.compactMap { TopLevel($0, of: program, pid: pids[program.root.bus]) }
    }
  }
}

/// A window as its program describes it.
package struct TopLevel: Sendable, Hashable {
  package var window: Window
  /// Whether it has the focus, as far as its program knows.
  package var isActive: Bool
  /// A menu, list or tooltip rather than a window to work in.
  package var isPopup: Bool

  /// Nil where it does not show.
  init?(_ frame: Frame, of program: Program, pid: Int32?) {
    guard frame.states.contains(.showing), let bounds = frame.bounds, !bounds.isEmpty else { return nil }
    window = Window(
      id: Self.number(of: frame.id), pid: pid, title: frame.name, program: program.name, bounds: bounds)
    isActive = frame.states.contains(.active)
    isPopup = !Self.windowRoles.contains(frame.role)
  }

  private static let windowRoles: Set<Role> = [
    .frame, .dialog, .alert, .fileChooser, .colorChooser, .fontChooser,
  ]

  /// The same number for the same accessible in every process (FNV-1a), as a window system would give it.
  private static func number(of id: NodeID) -> UInt32 {
    "\(id.bus)\(id.path)".utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
