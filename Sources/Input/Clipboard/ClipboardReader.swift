import CX11
import Foundation
import X11

/// Asks the program that offers the clipboard for every form of it.
struct ClipboardReader {
  let connection: XConnection
  /// Where the answers arrive: a window whose property changes are told.
  let window: XID
  /// What all forms together may take.
  let mostBytes: Int
  private let end = ContinuousClock.now + Self.longest

  /// How long a program may take until it answers, or hands out the next piece: LibreOffice needs half a second for the
  /// picture of a few thousand cells.
  private static let silence = Duration.seconds(3)
  /// How long all of it may take.
  private static let longest = Duration.seconds(10)

  init(connection: XConnection, window: XID, mostBytes: Int) {
    self.connection = connection
    self.window = window
    self.mostBytes = mostBytes
  }

  /// Nil where a form does not arrive whole and in time.
  func content() -> ClipboardContent? {
    guard let offered = form("TARGETS", mostBytes: mostBytes) else { return nil }
    var content = ClipboardContent()
    var left = mostBytes
    for target in targets(in: offered.data) {
      guard let form = form(target, mostBytes: left) else { return nil }
      content.forms.append(form)
      left -= form.data.count
    }
    return content.forms.isEmpty ? nil : content
  }

  /// Those of the known targets that are offered; where none is, all that hand out something and do nothing.
  private func targets(in data: Data) -> [String] {
    let atoms = data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: MemoryLayout<Atom>.size).map {
        bytes.loadUnaligned(fromByteOffset: $0, as: Atom.self)
      }
    }
    let offered = atoms.compactMap(connection.name(of:))
    let known = ClipboardContent.targets.filter(offered.contains)
    return known.isEmpty ? offered.filter { !Self.protocolTargets.contains($0) } : known
  }

  private static let protocolTargets: Set<String> = [
    "TARGETS", "MULTIPLE", "TIMESTAMP", "DELETE", "SAVE_TARGETS", "INSERT_SELECTION", "INSERT_PROPERTY",
  ]

  /// One form of what the clipboard holds; nil where its program does not hand it out, or it is larger.
  private func form(_ target: String, mostBytes: Int) -> ClipboardContent.Form? {
    let place = connection.atom("FAZM_LINUX_CLIPBOARD")
    XConvertSelection(
      connection.display, connection.atom("CLIPBOARD"), connection.atom(target), place, window, UInt(CurrentTime))
    guard let answer = next(SelectionNotify)?.xselection, answer.property == place else { return nil }
    // What was told of the property until now is how its first value came.
    while next(PropertyNotify, within: .zero) != nil {}
    guard let first = property(place), let type = connection.name(of: first.type) else {
      return nil
    }
    guard type == "INCR" else {
      guard first.data.count <= mostBytes else { return nil }
      return .init(target: target, type: type, format: first.format, data: first.data)
    }
    return pieces(of: target, at: place, mostBytes: mostBytes)
  }

  /// What is handed out piece by piece, each in the place of the one before, until an empty one ends it (ICCCM, INCR). Too
  /// much of it is taken to its end all the same, and thrown away: xclip serves nobody else until then.
  private func pieces(of target: String, at place: Atom, mostBytes: Int) -> ClipboardContent.Form? {
    var form: ClipboardContent.Form?
    var count = 0
    while true {
      guard let change = next(PropertyNotify)?.xproperty else { return nil }
      guard change.atom == place, change.state == PropertyNewValue else { continue }
      guard let piece = property(place), let type = connection.name(of: piece.type) else { return nil }
      if form == nil { form = .init(target: target, type: type, format: piece.format, data: Data()) }
      guard !piece.data.isEmpty else { return count <= mostBytes ? form : nil }
      count += piece.data.count
      if count <= mostBytes { form?.data.append(piece.data) }
    }
  }

  /// The next event of a kind; nil where none comes in time.
  private func next(_ kind: Int32, within limit: Duration = Self.silence) -> XEvent? {
    connection.next(kind, about: window, within: min(limit, end - .now))
  }

  /// Takes what a property holds out of it; nil where that is more than could be kept.
  private func property(_ place: Atom) -> (type: Atom, format: Int32, data: Data)? {
    var (type, format, count, rest): (Atom, Int32, UInt, UInt) = (0, 0, 0, 0)
    var value: UnsafeMutablePointer<UInt8>?
    let status = connection.attempt {
      XGetWindowProperty(
        connection.display, window, place, 0, ClipboardContent.mostBytes / 4 + 1, True, Atom(AnyPropertyType), &type,
        &format, &count,
        &rest, &value)
    }
    defer { if let value { XFree(value) } }
    guard status == Success, let value, rest == 0 else { return nil }
    // Xlib hands 32-bit items out as C longs.
    let width = format == 32 ? MemoryLayout<Int>.size : Int(format) / 8
    return (type, format, Data(bytes: value, count: Int(count) * width))
  }
}
