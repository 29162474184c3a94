import CX11
import Concurrency
import Foundation
import X11

/// The clipboard of one X display, to be left as it was found.
package actor Clipboard {
  private let executor = QueueExecutor(label: "fazm-linux.clipboard")
  private let connection: XConnection
  private let window: XID
  private let keeper: String

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// How long a program may take to hand out all that it offers.
  private static let patience = Duration.milliseconds(500)

  /// `keeper` is a program that runs ``ClipboardKeeper`` and goes on offering what is put back. Nil without a display.
  package init?(display: String? = nil, keeper: String) {
    guard let connection = XConnection(display: display) else { return nil }
    self.connection = connection
    self.keeper = keeper
    window = XCreateSimpleWindow(connection.display, connection.root, 0, 0, 1, 1, 0, 0, 0)
  }

  /// All that the clipboard holds now; nil where it cannot be read whole, because it is large or its program slow.
  package func content() -> ClipboardContent? {
    guard owner != 0 else { return connection.isLost ? nil : ClipboardContent() }
    return ClipboardReader(connection: connection, window: window, deadline: .now + Self.patience).content()
  }

  /// Has the clipboard hold `content` again, offered by a process that ends when somebody copies something else.
  package func putBack(_ content: ClipboardContent) {
    guard !connection.isLost else { return }
    guard !content.forms.isEmpty else {
      XSetSelectionOwner(connection.display, connection.atom("CLIPBOARD"), 0, UInt(CurrentTime))
      XSync(connection.display, False)
      return
    }
    let before = owner
    let name = String(cString: XDisplayString(connection.display))
    guard let data = try? JSONEncoder().encode(content),
      let line = DetachedProcess.start(keeper, [ClipboardKeeper.option, name], kind: .stream)
    else { return }
    FileHandle(fileDescriptor: line, closeOnDealloc: true).write(data)
    _ = wait(upTo: Self.patience) { owner != before }
  }

  private var owner: XID {
    connection.isLost ? 0 : XGetSelectionOwner(connection.display, connection.atom("CLIPBOARD"))
  }
}
