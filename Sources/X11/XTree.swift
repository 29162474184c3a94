import CX11

extension XConnection {
  /// The window that another one lies in, 0 for the root; nil where it is gone.
  package func parent(of id: XID) -> XID? {
    family(of: id)?.parent
  }

  /// What lies directly in a window, from the lowest to the topmost.
  package func children(of id: XID) -> [XID] {
    family(of: id)?.children ?? []
  }

  /// The child of the root that a window lies in, which is its frame or itself; nil where the window is gone.
  package func topLevel(of id: XID) -> XID? {
    var current = id
    while let parent = parent(of: current), parent != 0 {
      if parent == root { return current }
      current = parent
    }
    return nil
  }

  private func family(of id: XID) -> (parent: XID, children: [XID])? {
    var top: XID = 0
    var parent: XID = 0
    var children: UnsafeMutablePointer<XID>?
    var count: UInt32 = 0
    let found = attempt { XQueryTree(display, id, &top, &parent, &children, &count) }
    defer { if let children { XFree(children) } }
    guard let found, found != 0 else { return nil }
    return (parent, children.map { Array(UnsafeBufferPointer(start: $0, count: Int(count))) } ?? [])
  }
}
