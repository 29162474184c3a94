import Commands
import Input
import Outline

/// What a command would do, found out without doing it.
package struct StepPlan: Sendable {
  package var command: Command
  /// What it aims at; nil where it names nothing in the window.
  package var target: Node?
  /// How it would reach the program; nil where it only looks or waits, or would be refused.
  package var route: Route?
  /// What it would do that nobody can undo, as far as the window tells.
  package var risk: Risk?
  /// Whether the person would be asked first.
  package var isConfirmed = false
  /// Why it would be refused.
  package var refusal: StepError?
}

extension StepRunner {
  /// Resolves each command in the window as it is now. What one of them would change is not known to those after it.
  package func plan(_ commands: [Command]) async -> [StepPlan] {
    var plans: [StepPlan] = []
    for command in commands { plans.append(await plan(command)) }
    return plans
  }

  private func plan(_ command: Command) async -> StepPlan {
    var plan = StepPlan(command: command)
    guard isAllowed || !command.touchesWindow else {
      plan.refusal = .denied(program: observer.window.program)
      return plan
    }
    do {
      for ref in command.refs.reversed() where !command.isExpand {
        plan.target = try await target(ref, mayBeDisabled: !command.isActing)
      }
      plan.route =
        desktop.input.hasPointer
        ? await route(of: command, on: plan.target) : try await routeWithoutPointer(of: command, on: plan.target)
    } catch let error as StepError {
      plan.refusal = error
      return plan
    } catch let error as InputError {
      plan.refusal = StepError(error)
      return plan
    } catch {
      plan.refusal = .programFailed("\(error)")
      return plan
    }
    plan.risk = await risk(of: command)
    plan.isConfirmed = (command.touchesWindow || plan.risk != nil) && consent.isNeeded(for: plan.risk)
    return plan
  }

  /// The route that a command takes first.
  private func route(of command: Command, on target: Node?) async -> Route? {
    switch command {
    case .click(let kind, _, let modifiers):
      guard let target, isPressed(target, kind, modifiers) else { return .pointer }
      return await surePlace(of: target) == nil ? .action : .pointer
    case .check(_, let wanted):
      guard let target, target.isChecked != wanted else { return nil }
      return target.interfaces.contains(.action) ? .action : .pointer
    case .set(_, let text):
      guard let target else { return nil }
      if target.interfaces.contains(.value), Double(text) != nil { return .value }
      return target.interfaces.contains(.editableText) ? .text : .keyboard
    case .type, .key: return .keyboard
    case .select(.named(_, let ref)): return ref.isText ? .text : ref.kind == .combo ? .action : .pointer
    case .menu, .select(.items), .scroll, .drag: return .pointer
    case .window, .open: return .window
    case .wait, .gone, .find, .expand, .read, .look, .ask, .done, .fail: return nil
    }
  }

  /// The same where there is no pointer; fails where the command needs one, or keys that cannot be had.
  private func routeWithoutPointer(of command: Command, on target: Node?) async throws -> Route? {
    switch command {
    case .click(let kind, .element, let modifiers):
      return try target.map { node throws(StepError) in try routeWithoutPointer(of: kind, on: node, modifiers) }
    case .click, .scroll, .drag, .menu(_, .some): throw StepError.noPointer
    case .check(_, let wanted):
      guard let target, target.isChecked != wanted else { return nil }
      guard target.interfaces.contains(.action) else { throw StepError.noPointer }
      return .action
    case .type(let ref, _, let enter):
      let field = ref == nil ? observer.snapshot.focusedField : target
      return try await routeWithoutPointer(ofTypingInto: field, enter: enter)
    case .select(.items): return .selection
    case .select(.named(_, let ref)): return ref.isText ? .text : .action
    case .menu(_, nil): return .action
    default:
      let route = await route(of: command, on: target)
      if route == .keyboard { try await desktop.input.checkKeys() }
      return route
    }
  }
}

extension Command {
  /// Whether a disabled element is no use to it.
  fileprivate var isActing: Bool {
    switch self {
    case .click(.hover, _, _), .read, .look, .scroll: false
    default: true
    }
  }

  /// Its ref stands for a group of the outline, not for something in the window.
  fileprivate var isExpand: Bool { if case .expand = self { true } else { false } }
}
