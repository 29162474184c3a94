import Outline

/// A running program as a snapshot needs it: what it is, and its top-level accessibles.
struct Program {
  var root: NodeID
  var name = ""
  var toolkit = Toolkit(name: "", version: "")
  /// True where the ATK bridge serves it, which can list everything at once.
  var isBridged = false
  var frames: [Frame] = []
  /// False where it answered nothing in time.
  var isResponding = false

  /// Whether that list may be asked for. LibreOffice 7.4 can crash over it while a dialog closes, because it
  /// lists accessibles that are already freed.
  var hasCache: Bool { isBridged && !isLibreOffice }

  /// LibreOffice makes a new accessible of a cell whenever it is asked for one.
  var renewsCells: Bool { isLibreOffice }

  var isLibreOffice: Bool { name == "soffice" }
}
