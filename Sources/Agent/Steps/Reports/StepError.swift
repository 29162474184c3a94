import Accessibility
import Commands
import Input
import Screen

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
  /// Another window lies over the place that was to be clicked and cannot be got out of the way; its name may be empty.
  case covered(by: String)
  /// A modal dialog has to be answered before the window can be used.
  case behindDialog(String)
  case notEditable(Ref)
  case notCheckable(Ref)
  /// The kind of accessible does not have what the command needs.
  case unsupported(Ref, verb: String)
  case noSuchItem(String, available: [String])
  case itemDisabled(String)
  /// A list or menu opened, and its program does not tell what is in it.
  case drawnItems(Ref)
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
  /// It would replace what the person has in the clipboard, which cannot be kept.
  case clipboardNotKept
  case programFailed(String)
  case focusLost
  /// The task was stopped in the middle of it.
  case stopped
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
      case .cancelled: .stopped
      default: .programFailed(error.description)
      }
  }
}

extension StepError {
  /// What it means for a command that a window could not be brought to the front, or be pictured.
  init(_ error: ScreenError) {
    self =
      if case .behindDialog(let dialog) = error { .behindDialog(dialog) } else { .programFailed(error.description) }
  }
}
