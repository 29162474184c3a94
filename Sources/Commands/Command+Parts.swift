extension Command {
  package var verb: Verb {
    switch self {
    case .click(.click, _, _): .click
    case .click(.double, _, _): .double
    case .click(.right, _, _): .right
    case .click(.middle, _, _): .middle
    case .click(.hover, _, _): .hover
    case .check(_, true): .check
    case .check(_, false): .uncheck
    case .type: .type
    case .set: .set
    case .key: .key
    case .select: .select
    case .menu: .menu
    case .scroll: .scroll
    case .drag: .drag
    case .window: .window
    case .open: .open
    case .wait: .wait
    case .gone: .gone
    case .find: .find
    case .expand: .expand
    case .read: .read
    case .look: .look
    case .ask: .ask
    case .done: .done
    case .fail: .fail
    }
  }

  /// Every ref in the command, in the order of the line, so that all can be checked before any is used.
  package var refs: [Ref] {
    switch self {
    case .click(_, .element(let ref), _), .click(_, .point(let ref?, _), _): [ref]
    case .check(let ref, _), .set(let ref, _), .expand(let ref), .read(let ref, _): [ref]
    case .select(.items(let refs)): refs
    case .select(.named(_, let ref)): [ref]
    case .drag(let refs, let destination): refs + [destination]
    case .type(let ref, _, _), .menu(_, let ref), .scroll(let ref, _, _), .look(let ref): ref.map { [$0] } ?? []
    case .click(_, .point(nil, _), _): []
    case .key, .window, .open, .wait, .gone, .find, .ask, .done, .fail: []
    }
  }
}
