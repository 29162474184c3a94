import Accessibility
import Commands
import Input
import Outline
import Screen

/// Carries out the commands of one reply, in order, each settled before the next.
package struct StepRunner: Sendable {
  package var observer: Observer
  package var outliner: Outliner
  /// What the last outline was made from.
  var outlined: Snapshot?
  /// The window before the last command of a reply that could change it: what is waited for is what came since.
  var beforeDeed: Snapshot?
  /// Where commands of this task have acted so far.
  private var visited: Set<Ground> = []
  /// The last picture that was taken, which points are counted in.
  var picture: Picture?
  var selection: Selection?
  /// What the task has done with the clipboard.
  var clipboard = ClipboardUse()
  /// How many pictures may be taken in all, and how many were.
  var imageLimit: Int
  var imagesTaken = 0

  let consent: Consent
  let policy: ProgramPolicy

  package init(
    observer: Observer, outliner: Outliner, imagesLeft: Int = 0, consent: Consent = .given,
    policy: ProgramPolicy = ProgramPolicy()
  ) {
    self.observer = observer
    self.outliner = outliner
    self.consent = consent
    self.policy = policy
    imageLimit = imagesLeft
  }

  var desktop: Desktop { observer.desktop }

  /// Runs `commands`, which were decided on the last snapshot, until one fails or the ground shifts under the next.
  /// None is run when one of them has a ref that was never shown.
  package mutating func run(_ commands: [Command]) async -> StepRun {
    var run = StepRun()
    if let (index, error) = unknownRef(in: commands) {
      run.reports = [StepReport(commands[index], effect: .refused(error))]
      run.notRun = Array(commands[..<index] + commands[(index + 1)...])
      return run
    }
    var grounds: Set<Ground> = [observer.ground]
    // Where the task last was without the person.
    var home = observer.window
    beforeDeed = nil
    do throws(ViewError) {
      try await observer.observe()
      if await isTakenOver() { run.takenOverIn = home }
      for command in commands where run.takenOverIn == nil && !Task.isCancelled {
        guard grounds.contains(observer.ground) || command.isWait else {
          run.shiftedTo = observer.snapshot.groundTitle
          break
        }
        visited.insert(observer.ground)
        if !command.isWait { beforeDeed = observer.snapshot }
        do throws(ViewError) {
          run.reports.append(try await perform(command))
        } catch {
          // What a step does to its window may be to close it.
          if case .windowClosed = error { run.reports.append(StepReport(command, effect: .changed)) }
          throw error
        }
        noteSelection()
        let personHasActed = await isTakenOver()
        if personHasActed { run.takenOverIn = home }
        await finishClipboardDeed(personHasActed: personHasActed)
        let isBack = await isBack(from: home)
        home = observer.window
        if case .refused = run.reports.last?.effect { break }
        if command.meansToMove || isBack { grounds.insert(observer.ground) }
      }
    } catch {
      run.viewError = error
    }
    run.notRun = Array(commands.dropFirst(run.reports.count))
    return run
  }

  /// Whether the person has taken the mouse or the keyboard since this was last asked.
  func isTakenOver() async -> Bool {
    await desktop.input.personHasActed()
  }

  /// Whether a dialog that closed has left the task where it was before.
  private func isBack(from window: Window) async -> Bool {
    guard visited.contains(observer.ground) else { return false }
    if observer.window.id == window.id { return true }
    return await desktop.windows.window(window.id) == nil
  }

  private func unknownRef(in commands: [Command]) -> (index: Int, error: StepError)? {
    for (index, command) in commands.enumerated() {
      for ref in command.refs {
        if let problem = problem(with: ref), problem == .unknownRef(ref) { return (index, problem) }
      }
    }
    return nil
  }

  /// Carries out one command and says what it did.
  private mutating func perform(_ command: Command) async throws(ViewError) -> StepReport {
    try await bringIntoView(command.refs)
    if let error = try await refusal(of: command) { return StepReport(command, effect: .refused(error)) }
    do {
      return try await carryOut(command)
    } catch let error as StepError {
      return StepReport(command, effect: .refused(error))
    } catch let error as ViewError {
      throw error
    } catch let error as InputError {
      return StepReport(command, effect: .refused(StepError(error)))
    } catch let error as AccessibilityError {
      return StepReport(command, effect: .refused(StepError(error, of: command)))
    } catch let error as ScreenError {
      return StepReport(command, effect: .refused(StepError(error)))
    } catch {
      return StepReport(command, effect: .refused(.programFailed("\(error)")))
    }
  }

  private mutating func carryOut(_ command: Command) async throws -> StepReport {
    switch command {
    case .click(let kind, let target, let modifiers): try await click(command, kind, target, modifiers)
    case .check(let ref, let wanted): try await check(command, ref, wanted)
    case .type(let ref, let text, let enter): try await type(command, ref, text, enter: enter)
    case .set(let ref, let text): try await set(command, ref, text)
    case .key(let chord): try await press(command, chord)
    case .select(.items(let refs)): try await select(command, refs)
    case .select(.named(let name, let ref)): try await select(command, name, in: ref)
    case .menu(let path, let ref): try await menu(command, path, of: ref)
    case .scroll(let ref, let direction, .clicks(let count)): try await scroll(command, ref, direction, count)
    case .scroll(let ref, let direction, .until(let text)): try await scroll(command, ref, direction, until: text)
    case .drag(let refs, let destination): try await drag(command, refs, to: destination)
    case .window(let title): try await activate(command, title)
    case .open(let name): try await launch(command, name)
    case .wait(let text, let seconds): try await wait(command, for: text, seconds: seconds, gone: false)
    case .gone(let text, let seconds): try await wait(command, for: text, seconds: seconds, gone: true)
    case .find(let text): await find(command, text)
    case .expand(let ref): try expand(command, ref)
    case .read(let ref, let offset): try await read(command, ref, from: offset)
    case .look(let ref): try await look(command, ref)
    case .ask, .done, .fail: StepReport(command, effect: .confirmed)
    }
  }
}

/// What came of the commands of one reply.
package struct StepRun: Sendable {
  package var reports: [StepReport] = []
  /// What stood after the last command that ran.
  package var notRun: [Command] = []
  /// The title of the window or dialog that opened and stopped the rest.
  package var shiftedTo: String?
  /// The window that the person took over, which stopped the rest.
  package var takenOverIn: Window?
  /// Why the window could no longer be seen.
  package var viewError: ViewError?

  package init(reports: [StepReport] = []) {
    self.reports = reports
  }

  /// Whether the last of all commands closed the window that they were for.
  package var hasClosedItsWindow: Bool {
    guard case .windowClosed = viewError, notRun.isEmpty else { return false }
    return reports.last?.command.touchesWindow ?? false
  }
}

extension Command {
  /// Whether its purpose is another window, so that one is no surprise.
  fileprivate var meansToMove: Bool {
    switch self {
    case .window, .open, .wait, .gone: true
    default: false
    }
  }

  fileprivate var isWait: Bool {
    switch self {
    case .wait, .gone: true
    default: false
    }
  }
}
