import CX11
import Concurrency
import Foundation
import X11

/// The clipboard of a display, as far as a task has to leave it as it was found.
package protocol PersonalClipboard: Sendable {
  /// How often anybody has copied something since this was set up.
  func copies() async -> Int
  /// All that the clipboard holds now; nil where it cannot be kept, because it is too large or its program too slow.
  func content() async -> ClipboardContent?
  /// Has the clipboard hold `content` again.
  func putBack(_ content: ClipboardContent) async
}

/// The clipboard of one X display.
package actor Clipboard: PersonalClipboard {
  private let executor = QueueExecutor(label: "fazm-linux.clipboard")
  private let connection: XConnection
  private let keeper: String
  private let mostBytes: Int
  /// The kind of event that tells of a new owner of the clipboard.
  private let ownerChange: Int32
  private var copiesSeen = 0

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// How long a keeper may take to offer what it was given.
  private static let patience = Duration.seconds(2)

  /// `keeper` is a program that runs ``ClipboardKeeper`` and goes on offering what is put back. Nil without a display, or
  /// where it does not tell who copies (XFixes).
  package init?(display: String? = nil, keeper: String, mostBytes: Int = ClipboardContent.mostBytes) {
    guard let connection = XConnection(display: display) else { return nil }
    var (event, error): (Int32, Int32) = (0, 0)
    guard XFixesQueryExtension(connection.display, &event, &error) != 0 else { return nil }
    self.connection = connection
    self.keeper = keeper
    self.mostBytes = mostBytes
    ownerChange = event + XFixesSelectionNotify
    XFixesSelectSelectionInput(
      connection.display, connection.root, connection.atom("CLIPBOARD"), UInt(XFixesSetSelectionOwnerNotifyMask))
  }

  package func copies() -> Int {
    guard connection.attempt({}) != nil else { return copiesSeen }
    var event = XEvent()
    while XCheckTypedEvent(connection.display, ownerChange, &event) != 0 {
      // File managers empty it once what was cut is pasted.
      if event.isOwned { copiesSeen += 1 }
    }
    return copiesSeen
  }

  package func content() -> ClipboardContent? {
    guard owner != 0 else { return connection.isLost ? nil : ClipboardContent() }
    // A new one each time, so that a late answer to an earlier question is not taken for the one to this. It stays, for
    // xclip ends, and what it offers with it, when it answers to a window that is gone.
    let window = XCreateSimpleWindow(connection.display, connection.root, 0, 0, 1, 1, 0, 0, 0)
    XSelectInput(connection.display, window, PropertyChangeMask)
    return ClipboardReader(connection: connection, window: window, mostBytes: mostBytes).content()
  }

  /// It is offered by a process that ends when somebody copies something else.
  package func putBack(_ content: ClipboardContent) {
    guard !connection.isLost else { return }
    guard !content.forms.isEmpty else {
      XSetSelectionOwner(connection.display, connection.atom("CLIPBOARD"), 0, UInt(CurrentTime))
      XSync(connection.display, False)
      return
    }
    let before = owner
    let name = String(cString: XDisplayString(connection.display))
    guard let data = try? PropertyListEncoder.binary.encode(content),
      let line = DetachedProcess.start(keeper, [ClipboardKeeper.option, name], kind: .stream)
    else { return }
    try? FileHandle(fileDescriptor: line, closeOnDealloc: true).write(contentsOf: data)
    _ = wait(upTo: Self.patience) { owner != before }
  }

  private var owner: XID {
    connection.isLost ? 0 : XGetSelectionOwner(connection.display, connection.atom("CLIPBOARD"))
  }
}

extension XEvent {
  /// Whether the clipboard belongs to somebody after a change of its owner.
  fileprivate var isOwned: Bool {
    withUnsafeBytes(of: self) { $0.loadUnaligned(as: XFixesSelectionNotifyEvent.self).owner != 0 }
  }
}

extension PropertyListEncoder {
  /// Keeps bytes as bytes.
  fileprivate static var binary: PropertyListEncoder {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    return encoder
  }
}
