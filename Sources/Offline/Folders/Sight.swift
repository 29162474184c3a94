import Commands

/// What a list that cannot be scrolled to its rows lets be clicked: in some programs, only what is in view.
struct Sight: Sendable {
  /// What could not be scrolled to.
  private var outOfSight: Set<Ref> = []
  /// Where the keys were sent that go to a folder that is out of sight.
  private var triedKeys: [Ref: [Command]] = [:]
  /// How often the list was scrolled to find more.
  var scrollCount = 0

  var isLimited: Bool { !outOfSight.isEmpty }

  mutating func note(_ outcome: Outcome, after commands: [Command]) {
    guard let ref = outcome.outOfSight else { return }
    if case .click(_, .element(ref), _) = commands.dropFirst(outcome.ranCount(of: commands)).first {
      triedKeys[ref, default: []].append(Self.key(triedKeys[ref, default: []].count))
    } else {
      outOfSight.insert(ref)
    }
  }

  /// Where one row could not be scrolled to, none can that is not in view.
  func canSelect(_ item: FileItem) -> Bool {
    outOfSight.isEmpty || !item.isOutOfView && !outOfSight.contains(item.ref)
  }

  /// Keys that bring a folder into view that could not be scrolled to: most lists begin with the folders.
  func wayTo(_ ref: Ref) -> [Command] {
    triedKeys.isEmpty ? [] : [triedKeys[ref]?.last ?? Self.key(0)]
  }

  mutating func scrolled() {
    outOfSight = outOfSight.isEmpty ? [] : [Ref(.group, 0)]
    scrollCount += 1
  }

  private static func key(_ number: Int) -> Command {
    .key(Chord(modifiers: [], key: ["Home", "Next", "End", "Prior"][number % 4]))
  }
}

extension FolderJob {
  /// Scrolls on to files that are out of sight; nil where that was done often enough.
  mutating func scroll(_ folder: FileManagerView) -> [Command]? {
    guard sight.scrollCount < 12 else { return nil }
    let isFirst = sight.scrollCount == 0
    sight.scrolled()
    return [isFirst ? .key(Chord(modifiers: [], key: "Home")) : .scroll(folder.list?.ref, .down, .clicks(5))]
  }
}
