import Commands

/// A file or folder in a list.
struct FileItem: Sendable, Hashable {
  let ref: Ref
  let name: FileName
  /// The list says that it is a folder; not every list does.
  let isFolder: Bool
  /// The list says that it is scrolled away.
  let isOutOfView: Bool
  /// The number of the message that told of it last.
  let toldIn: Int

  /// Opens it. In a list that is too long for its window it is brought into view first, because a click that
  /// scrolls would let the next one miss.
  func opening(inLongList isLong: Bool) -> [Command] {
    let double = Command.click(.double, .element(ref), modifiers: [])
    guard isLong else { return [double] }
    return [.key(Chord(modifiers: [], key: "Home")), .click(.click, .element(ref), modifiers: []), double]
  }
}
