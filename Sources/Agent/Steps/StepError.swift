import Accessibility
import Commands
import Input
import Ledger
import Outline
import Prompts

/// Why a command was not carried out. The sentences stand in `Prompts/steps.txt`.
package enum StepError: Error, Sendable, Hashable {
  /// No outline of this task showed the ref.
  case unknownRef(Ref)
  /// What the ref named is no longer in the window.
  case gone(Ref)
  /// The accessible is another thing now than when it was shown.
  case renamed(Ref, now: String)
  /// More than one accessible answers to the ref.
  case ambiguous(Ref)
  case disabled(Ref)
  /// The policy keeps the task out of the program.
  case denied(program: String)
  /// The person was asked, and gave no leave, or nobody could be asked.
  case notConfirmed
  /// It has no place on the screen where it could be clicked, even after scrolling.
  case outOfSight(Ref)
  /// Another window lies over the place that was to be clicked.
  case covered(by: String)
  case notEditable(Ref)
  case notCheckable(Ref)
  /// The kind of accessible does not have what the command needs.
  case unsupported(Ref, verb: String)
  case noSuchItem(String, available: [String])
  case itemDisabled(String)
  case noSuchText(String, in: Ref)
  /// The text stands in more than one place.
  case severalTexts(String, count: Int)
  /// The end was reached before it came into view.
  case notScrolledTo(String)
  case noSuchWindow(String, available: [String])
  case noSuchProgram(String)
  case timedOut(String, seconds: Int)
  case stillThere(String, seconds: Int)
  case notAKey(String)
  /// None was taken, or the window is no longer where it was.
  case noPicture
  case outsidePicture
  case imagesUsed(Int)
  case programFailed(String)
  case focusLost
  /// The person took the mouse or the keyboard in the middle of it.
  case userActed
  /// It needs the pointer, and the desktop gives none.
  case noPointer
  /// It needs keys, and the desktop has no portal that gives any.
  case noKeys
  /// The person was asked by the desktop whether keys may be pressed, and gave no leave or took it back.
  case keysDenied
  /// Keys would go to another window, and only the person can bring this one to the front.
  case notInFront(String)

  /// What the model and a person read. What programs show stands in it as a quotation.
  package var sentence: String {
    let phrase = Prompts.steps(Key.self)
    return switch self {
    case .unknownRef(let ref): phrase(.unknownRef, ["ref": "\(ref)"])
    case .gone(let ref): phrase(.gone, ["ref": "\(ref)"])
    case .renamed(let ref, let now): phrase(.renamed, ["ref": "\(ref)", "now": Outliner.quoted(now)])
    case .ambiguous(let ref): phrase(.ambiguous, ["ref": "\(ref)"])
    case .disabled(let ref): phrase(.disabled, ["ref": "\(ref)"])
    case .denied(let program): phrase(.denied, ["program": Outliner.quoted(program)])
    case .notConfirmed: phrase(.notConfirmed)
    case .outOfSight(let ref): phrase(.outOfSight, ["ref": "\(ref)"])
    case .covered(let window): phrase(.covered, ["window": Outliner.quoted(window)])
    case .notEditable(let ref): phrase(.notEditable, ["ref": "\(ref)"])
    case .notCheckable(let ref): phrase(.notCheckable, ["ref": "\(ref)"])
    case .unsupported(let ref, let verb): phrase(.unsupported, ["ref": "\(ref)", "verb": verb])
    case .noSuchItem(let name, let available):
      phrase(.noSuchItem, ["name": Outliner.quoted(name), "available": Self.list(available)])
    case .itemDisabled(let name): phrase(.itemDisabled, ["name": Outliner.quoted(name)])
    case .noSuchText(let text, let ref): phrase(.noSuchText, ["text": Outliner.quoted(text), "ref": "\(ref)"])
    case .severalTexts(let text, let count):
      phrase(.severalTexts, ["text": Outliner.quoted(text), "count": "\(count)"])
    case .notScrolledTo(let text): phrase(.notScrolledTo, ["text": Outliner.quoted(text)])
    case .noSuchWindow(let title, let available):
      phrase(.noSuchWindow, ["title": Outliner.quoted(title), "available": Self.list(available)])
    case .noSuchProgram(let name): phrase(.noSuchProgram, ["name": Outliner.quoted(name)])
    case .timedOut(let text, let seconds):
      phrase(.timedOut, ["text": Outliner.quoted(text), "seconds": "\(seconds)"])
    case .stillThere(let text, let seconds):
      phrase(.stillThere, ["text": Outliner.quoted(text), "seconds": "\(seconds)"])
    case .notAKey(let key): phrase(.notAKey, ["key": Outliner.quoted(key)])
    case .noPicture: phrase(.noPicture)
    case .outsidePicture: phrase(.outsidePicture)
    case .imagesUsed(let most): phrase(.imagesUsed, ["most": "\(most)"])
    case .programFailed(let reason): phrase(.programFailed, ["reason": reason])
    case .focusLost: phrase(.focusLost)
    case .userActed: phrase(.userActed)
    case .noPointer: phrase(.noPointer)
    case .noKeys: phrase(.noKeys)
    case .keysDenied: phrase(.keysDenied)
    case .notInFront(let window): phrase(.notInFront, ["window": Outliner.quoted(window)])
    }
  }

  /// The reason without what stood on the screen, as the ledger keeps it.
  package var key: Key {
    switch self {
    case .unknownRef: .unknownRef
    case .gone: .gone
    case .renamed: .renamed
    case .ambiguous: .ambiguous
    case .disabled: .disabled
    case .denied: .denied
    case .notConfirmed: .notConfirmed
    case .outOfSight: .outOfSight
    case .covered: .covered
    case .notEditable: .notEditable
    case .notCheckable: .notCheckable
    case .unsupported: .unsupported
    case .noSuchItem: .noSuchItem
    case .itemDisabled: .itemDisabled
    case .noSuchText: .noSuchText
    case .severalTexts: .severalTexts
    case .notScrolledTo: .notScrolledTo
    case .noSuchWindow: .noSuchWindow
    case .noSuchProgram: .noSuchProgram
    case .timedOut: .timedOut
    case .stillThere: .stillThere
    case .notAKey: .notAKey
    case .noPicture: .noPicture
    case .outsidePicture: .outsidePicture
    case .imagesUsed: .imagesUsed
    case .programFailed: .programFailed
    case .focusLost: .focusLost
    case .userActed: .userActed
    case .noPointer: .noPointer
    case .noKeys: .noKeys
    case .keysDenied: .keysDenied
    case .notInFront: .notInFront
    }
  }

  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return Prompts.steps(Conversation.Key.self)(.nothing) }
    return names.prefix(12).map(Outliner.quoted).joined(separator: ", ")
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
    case notEditable = "not-editable"
    case notCheckable = "not-checkable"
    case unsupported
    case noSuchItem = "no-such-item"
    case itemDisabled = "item-disabled"
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
    case programFailed = "program-failed"
    case focusLost = "focus-lost"
    case userActed = "user-acted"
    case noPointer = "no-pointer"
    case noKeys = "no-keys"
    case keysDenied = "keys-denied"
    case notInFront = "not-in-front"
  }
}

extension StepError {
  /// What it means for `command` that an accessible did not do what was asked of it.
  init(_ error: AccessibilityError, of command: Command) {
    self =
      switch (error, command.refs.first) {
      case (.gone, let ref?): .gone(ref)
      case (.unsupported, let ref?): .unsupported(ref, verb: command.verb.rawValue)
      default: .programFailed(error.description)
      }
  }
}

extension StepError {
  /// What it means for a command that the pointer or the keyboard could not be used.
  init(_ error: InputError) {
    self =
      switch error {
      case .noPointer: .noPointer
      case .noPortal: .noKeys
      case .keysDenied, .keysNotAnswered, .keysWithdrawn: .keysDenied
      case .personActed: .userActed
      default: .programFailed(error.description)
      }
  }
}
