import Commands

/// Shows a window to the model: an outline first, then what changed, and on request what was folded.
package struct Outliner: Sendable {
  /// The refs given so far, which stay good for the whole task.
  package internal(set) var refs: RefTable
  /// The most tokens of one outline, diff or answer, by the public Claude tokenizer.
  package let budget: Int
  /// What the last outline or diff was made from.
  private(set) var view: View?
  private(set) var request = Request("")
  /// What was outlined before of other windows, dialogs and menus, the last few.
  private var earlier: [View] = []
  /// Elements whose text the model has seen since the last outline.
  var printed: Set<RefTable.Key> = []

  package init(budget: Int = 200, refs: RefTable = RefTable()) {
    self.budget = max(budget, 40)
    self.refs = refs
  }

  /// The whole outline of a window, with what `request` is about first.
  package mutating func outline(of snapshot: Snapshot, for request: String) -> Outline {
    self.request = Request(request)
    return outline(of: View(snapshot), changed: [])
  }

  /// What changed since the last outline, or a new outline where that says it better.
  ///
  /// It is a new outline when a window, dialog or menu is in front that was not outlined before, when
  /// fewer than 40 % of more than 8 elements are still there, when more than 65 % changed, or when it
  /// costs no more. Back in a window that was outlined, its first line stands before what changed since.
  package mutating func update(to snapshot: Snapshot) -> Update {
    let now = View(snapshot)
    let isBack = view.map { $0.subject != now.subject } ?? false
    let seen = isBack && now.front == .window ? earlier.last { $0.subject == now.subject } : isBack ? nil : view
    guard let seen, let difference = Difference(from: seen, to: now) else {
      return .outline(outline(of: now, changed: []))
    }
    var alternative = self
    let full = alternative.outline(of: now, changed: difference.changedKeys)
    let diff = print(difference, of: now, isBack: isBack)
    guard difference.isEmpty || diff.tokens < full.tokens else {
      self = alternative
      return .outline(full)
    }
    remember(now)
    return .diff(diff)
  }

  private mutating func remember(_ view: View) {
    self.view = view
    earlier.removeAll { $0.subject == view.subject }
    earlier.append(view)
    earlier = earlier.suffix(4)
  }

  private mutating func outline(of view: View, changed: Set<RefTable.Key>) -> Outline {
    remember(view)
    printed = []
    let headline = Headline.text(for: view, budget: budget)
    guard view.subject != nil, !view.sections.isEmpty else {
      let bounds = view.snapshot.window.bounds
      let size = Words.noTree(["size": "\(bounds.width)x\(bounds.height)"])
      return Outline(text: headline + "\n" + size, isOpaque: true)
    }
    let scoring = Scoring(view, for: request, changed: changed)
    let scores = view.sections.map { section in
      section.elements.enumerated().map { scoring.score($0.element, at: $0.offset, in: section) }
    }
    // What closed menus hold may take a quarter of the budget.
    let hits = view.front == .window ? Search(view).menuItems(for: request) : []
    var closed = closedMenus(hits, budget: budget / 4)
    let plan = Plan(
      view, headline: headline, scores: scores, request: request,
      renderer: Renderer(refs: refs, limits: .init(budget: budget, isDialog: view.front == .dialog)),
      budget: budget - (closed.isEmpty ? 0 : TokenEstimate.tokens(in: closed) + 1))
    let isOpaque = view.elements.allSatisfy { $0.opaque != nil }
    var text = print(plan, headline: headline)
    if !closed.isEmpty {
      closed = closedMenus(hits, budget: budget / 4, isGivingRefs: true)
      text += "\n" + closed
    }
    return Outline(text: text, isOpaque: isOpaque)
  }

  /// Gives refs to what the plan prints, in the order of the page, and prints it.
  private mutating func print(_ plan: Plan, headline: String) -> String {
    for (index, section) in plan.view.sections.enumerated() {
      let isLine = !plan.isFolded(index) || plan.isNamed[index]
      let isPartial = plan.shown[index].contains(false)
      if isLine, isPartial || section.hasRef { _ = refs.ref(for: section) }
      for (place, element) in section.elements.enumerated() where plan.shown[index][place] {
        _ = refs.ref(for: element)
        printed.insert(.init(of: element))
      }
    }
    var lines = [headline]
    if let behind = plan.view.behind { _ = refs.ref(for: behind) }
    let rest = plan.rest.flatMap { plan.view.sections[$0].elements }
    let restRef = rest.isEmpty ? nil : refs.restRef(of: plan.view)
    let renderer = Renderer(refs: refs, limits: plan.renderer.limits)
    lines += plan.view.sections.indices.map { plan.line($0, renderer) }.filter { !$0.isEmpty }
    if let restRef { lines.append("\(Words.rest()) \(restRef): \(Renderer.counts(rest))") }
    if let behind = plan.view.behind { lines.append(renderer.folded(behind)) }
    return lines.joined(separator: "\n")
  }
}
