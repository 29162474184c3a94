/// The folders that files are put into by their type.
enum FileCategory: String, CaseIterable, Sendable {
  case documents = "Documents"
  case images = "Images"
  case music = "Music"
  case videos = "Videos"
  case archives = "Archives"
  case code = "Code"
  case other = "Other"

  /// What its folder may be called, the usual name first, in lower case.
  var folderNames: [String] { Self.words[self, default: []] }

  /// What a person may call its files, in lower case: "pictures", "PDF files" without the last word.
  var fileWords: [String] { folderNames + Self.singulars[self, default: []] }

  private static let words: [FileCategory: [String]] = [
    .documents: ["documents", "document", "docs", "my documents", "texts", "text files", "dokumente", "documentos"],
    .images: [
      "images", "pictures", "photos", "image", "picture", "photo", "pics", "my pictures", "graphics", "bilder", "fotos",
      "imágenes",
    ],
    .music: ["music", "audio", "songs", "sounds", "sound", "my music", "recordings", "musik", "musique", "música"],
    .videos: ["videos", "movies", "video", "films", "movie", "clips", "my videos", "vidéos", "vídeos"],
    .archives: ["archives", "archive", "compressed", "compressed files", "zips", "zip files", "archiv"],
    .code: ["code", "source code", "source", "sources", "src", "scripts", "programming", "programs"],
    .other: ["other", "others", "misc", "miscellaneous", "various", "other files", "sonstiges", "otros"],
  ]

  private static let singulars: [FileCategory: [String]] = [
    .documents: ["text", "office documents"],
    .images: ["screenshot", "screenshots"],
    .music: ["song", "tracks", "audio files", "sound files"],
    .videos: ["film"],
    .archives: ["zip archives", "archive files", "compressed archives"],
    .code: ["source files", "script", "code files"],
  ]
}
