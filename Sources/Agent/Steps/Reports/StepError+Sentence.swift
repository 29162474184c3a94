import Input
import Ledger
import Outline
import Prompts

extension StepError {
  /// What the model and a person read. What programs show stands in it as a quotation.
  package var sentence: String { Prompts.steps(Key.self)(phrase.key, phrase.words) }

  /// The reason without what stood on the screen, as the ledger keeps it.
  package var key: Key { phrase.key }

  /// The phrase of `Prompts/steps.txt`, and what is put into it.
  private var phrase: (key: Key, words: KeyValuePairs<String, String>) {
    switch self {
    case .unknownRef(let ref): (.unknownRef, ["ref": "\(ref)"])
    case .gone(let ref): (.gone, ["ref": "\(ref)"])
    case .renamed(let ref, let now): (.renamed, ["ref": "\(ref)", "now": Outliner.quoted(now)])
    case .ambiguous(let ref): (.ambiguous, ["ref": "\(ref)"])
    case .disabled(let ref): (.disabled, ["ref": "\(ref)"])
    case .denied(let program): (.denied, ["program": Outliner.quoted(program)])
    case .notConfirmed: (.notConfirmed, [:])
    case .outOfSight(let ref): (.outOfSight, ["ref": "\(ref)"])
    case .covered(let window): (.covered, ["window": Self.name(window)])
    case .behindDialog(let dialog): (.behindDialog, ["dialog": Outliner.quoted(dialog)])
    case .notEditable(let ref): (.notEditable, ["ref": "\(ref)"])
    case .notCheckable(let ref): (.notCheckable, ["ref": "\(ref)"])
    case .unsupported(let ref, let verb): (.unsupported, ["ref": "\(ref)", "verb": verb])
    case .noSuchItem(let name, let available):
      (.noSuchItem, ["name": Outliner.quoted(name), "available": Self.list(available)])
    case .itemDisabled(let name): (.itemDisabled, ["name": Outliner.quoted(name)])
    case .drawnItems(let ref): (.drawnItems, ["ref": "\(ref)"])
    case .noSuchText(let text, let ref): (.noSuchText, ["text": Outliner.quoted(text), "ref": "\(ref)"])
    case .severalTexts(let text, let count):
      (.severalTexts, ["text": Outliner.quoted(text), "count": "\(count)"])
    case .notScrolledTo(let text): (.notScrolledTo, ["text": Outliner.quoted(text)])
    case .noSuchWindow(let title, let available):
      (.noSuchWindow, ["title": Outliner.quoted(title), "available": Self.list(available)])
    case .noSuchProgram(let name): (.noSuchProgram, ["name": Outliner.quoted(name)])
    case .timedOut(let text, let seconds):
      (.timedOut, ["text": Outliner.quoted(text), "seconds": "\(seconds)"])
    case .stillThere(let text, let seconds):
      (.stillThere, ["text": Outliner.quoted(text), "seconds": "\(seconds)"])
    case .notAKey(let key): (.notAKey, ["key": Outliner.quoted(key)])
    case .noPicture: (.noPicture, [:])
    case .outsidePicture: (.outsidePicture, [:])
    case .imagesUsed(let most): (.imagesUsed, ["most": "\(most)"])
    case .clipboardNotKept: (.clipboardNotKept, ["most": "\(ClipboardContent.mostBytes >> 20)"])
    case .programFailed(let reason): (.programFailed, ["reason": reason])
    case .focusLost: (.focusLost, [:])
    case .stopped: (.stopped, [:])
    case .userActed: (.userActed, [:])
    case .noPointer: (.noPointer, [:])
    case .noKeys: (.noKeys, [:])
    case .keysDenied: (.keysDenied, [:])
    case .notInFront(let window): (.notInFront, ["window": Outliner.quoted(window)])
    }
  }

  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return Prompts.steps(Conversation.Key.self)(.nothing) }
    return names.prefix(12).map(Outliner.quoted).joined(separator: ", ")
  }

  private static func name(_ window: String) -> String {
    window.isEmpty ? Prompts.steps(Conversation.Key.self)(.nameless) : Outliner.quoted(window)
  }

  package enum Key: String, Word {
    case unknownRef = "unknown-ref"
    case gone
    case renamed
    case ambiguous
    case disabled
    case denied
    case notConfirmed = "not-confirmed"
    case outOfSight = "out-of-sight"
    case covered
    case behindDialog = "behind-dialog"
    case notEditable = "not-editable"
    case notCheckable = "not-checkable"
    case unsupported
    case noSuchItem = "no-such-item"
    case itemDisabled = "item-disabled"
    case drawnItems = "drawn-items"
    case noSuchText = "no-such-text"
    case severalTexts = "several-texts"
    case notScrolledTo = "not-scrolled-to"
    case noSuchWindow = "no-such-window"
    case noSuchProgram = "no-such-program"
    case timedOut = "timed-out"
    case stillThere = "still-there"
    case notAKey = "not-a-key"
    case noPicture = "no-picture"
    case outsidePicture = "outside-picture"
    case imagesUsed = "images-used"
    case clipboardNotKept = "clipboard-not-kept"
    case programFailed = "program-failed"
    case focusLost = "focus-lost"
    case stopped
    case userActed = "user-acted"
    case noPointer = "no-pointer"
    case noKeys = "no-keys"
    case keysDenied = "keys-denied"
    case notInFront = "not-in-front"
  }
}
