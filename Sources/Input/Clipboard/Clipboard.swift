import CX11
import Concurrency
import Foundation
import X11

/// The clipboard of a display, as far as a task has to leave it as it was found.
package protocol PersonalClipboard: Sendable {
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

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// How long a keeper may take to offer what it was given.
  private static let patience = Duration.seconds(2)

  /// `keeper` is a program that runs ``ClipboardKeeper`` and goes on offering what is put back. Nil without a display.
  package init?(display: String? = nil, keeper: String, mostBytes: Int = ClipboardContent.mostBytes) {
    guard let connection = XConnection(display: display) else { return nil }
    self.connection = connection
    self.keeper = keeper
    self.mostBytes = mostBytes
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

extension PropertyListEncoder {
  /// Keeps bytes as bytes.
  fileprivate static var binary: PropertyListEncoder {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    return encoder
  }
}
