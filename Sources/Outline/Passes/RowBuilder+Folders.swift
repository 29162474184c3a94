extension RowBuilder {
  /// True where the toolkit tells that the row is a folder: by its type, its icon, or by having no size
  /// where other rows have one.
  func isFolder(_ index: Int, _ element: Element) -> Bool {
    let icons = tree.children[index].filter { tree[$0].role == .image || tree[$0].role == .icon }
    let told = element.cells + [element.hint] + icons.map { naming.name(of: $0) }
    return told.contains { Self.folderWords.contains($0.lowercased()) }
  }

  private static let folderWords: Set = [
    "folder", "directory", "inode/directory", "ordner", "dossier", "carpeta", "cartella", "pasta", "map", "mapp",
    "mappe", "папка", "文件夹", "フォルダー", "folder-symbolic",
  ]

  private static let sizeWords: Set = [
    "size", "größe", "taille", "tamaño", "tamanho", "dimensione", "grootte", "storlek", "размер", "大小", "サイズ",
  ]

  mutating func markFoldersBySize() {
    guard let column = columns.lastIndex(where: { Self.sizeWords.contains($0.name.lowercased()) }) else { return }
    let sizes = rows.map { $0.cells.indices.contains(column - 1) ? $0.cells[column - 1] : nil }
    guard sizes.contains(where: { $0?.isEmpty == false }) else { return }
    for index in rows.indices where sizes[index]?.isEmpty == true { rows[index].isFolder = true }
  }
}
