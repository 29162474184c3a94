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
}
