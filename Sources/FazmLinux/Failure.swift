import Accessibility
import Agent
import Input
import Ledger
import Model
import Screen
import Settings

/// Why the program ends without having done what it was asked for: a sentence and an exit code.
struct Failure: Error {
  let code: ExitCode
  let sentence: String

  init(_ code: ExitCode, _ sentence: String) {
    self.code = code
    self.sentence = sentence
  }

  /// The failure that any error of the layers below stands for.
  init(_ error: any Error) {
    self =
      switch error {
      case let failure as Failure: failure
      case let error as UsageError: Failure(.usage, error.description)
      case let error as ScreenError: Failure(error.exitCode, error.description)
      case let error as InputError: Failure(.noDisplay, error.description)
      case let error as AccessibilityError: Failure(error.exitCode, error.description)
      case let error as ViewError: Failure(view: error)
      case let error as ModelError: Failure(error.exitCode, error.description)
      case let error as ConnectionError: Failure(error.exitCode, error.description)
      case let error as SecretServiceError: Failure(.missingKey, error.description)
      case let error as PriceTableError: Failure(.usage, error.description)
      case let error as LedgerError: Failure(error.exitCode, error.description)
      default: Failure(.taskFailed, "\(error)")
      }
  }

  private init(view error: ViewError) {
    switch error {
    case .windowClosed(let title):
      self.init(.windowClosed, "The window \"\(title)\" was closed, so the task stopped.")
    case .accessibility(let error): self.init(error.exitCode, error.description)
    }
  }
}

extension ScreenError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .noDisplay, .noWindowManager, .displayLost: .noDisplay
    case .windowGone, .notActivated: .unknownWindow
    case .behindDialog, .captureFailed: .stepFailed
    }
  }
}

extension AccessibilityError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .noSessionBus, .noAccessibilityBus: .noAccessibilityBus
    case .notRegistered, .windowNotFound: .noTree
    case .notResponding: .notResponding
    case .gone: .staleRef
    case .unsupported, .refused: .stepFailed
    }
  }
}

extension LedgerError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .noTask, .noSuchTask, .ambiguousTask, .taskIsRunning, .noSuchTurn: .usage
    case .notWritable, .diskFull, .damaged, .foreign, .newerSchema, .busy, .failed: .ledgerNotWritable
    }
  }
}

extension ConnectionError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .missingKey, .keyring: .missingKey
    case .unusableCredential, .otherKey, .subscriptionLogin: .rejectedKey
    case .missingBaseURL, .invalidBaseURL, .plainHTTP: .usage
    }
  }
}

extension ModelError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .missingCredential, .notInstalled, .notLoggedIn: .missingKey
    case .rejectedCredential, .forbidden, .otherPayer: .rejectedKey
    case .billing, .spendCap, .limitReached, .noExtraUsage, .thirdPartyUse: .spendCap
    case .unknownModel: .unknownModel
    case .badRequest: .badRequest
    case .rateLimited: .rateLimited
    case .overloaded: .overloaded
    case .brokenOff, .unreachable, .untrusted, .timedOut, .programEnded, .incompatible, .programFailed: .unreachable
    case .unusableCertificates: .usage
    case .malformedReply: .badReply
    case .cancelled: .interrupted
    }
  }
}
