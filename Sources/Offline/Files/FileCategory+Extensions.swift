extension FileCategory {
  /// The category of each file name extension, in lower case.
  static let byExtension: [String: FileCategory] = {
    let pairs = extensions.flatMap { category, list in
      list.split(separator: " ").map { (String($0), category) }
    }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// Files that have no extension but a name that everyone knows, in lower case.
  static let byWholeName: [String: FileCategory] = {
    let pairs =
      [
        "readme", "license", "licence", "copying", "authors", "changelog", "changes", "news", "todo", "notes",
        "install",
      ]
      .map { ($0, FileCategory.documents) }
      + ["makefile", "gnumakefile", "dockerfile", "rakefile", "gemfile", "procfile", "vagrantfile", "jenkinsfile"]
      .map { ($0, FileCategory.code) }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// What a download that is still going on ends in: such files stay where they are.
  static let unfinished: Set<String> = ["part", "crdownload", "partial", "!qb"]

  private static let extensions: [(FileCategory, String)] = [
    (
      .documents,
      """
      pdf txt text md markdown rst adoc org tex bib doc docx docm dot dotx odt ott fodt rtf wpd wps pages abw xls xlsx \
      xlsm xlsb ods ots fods csv tsv numbers gnumeric ppt pptx pptm pps ppsx odp otp fodp key odg epub mobi azw azw3 \
      djvu djv ps xps chm fb2 log eml msg mbox ics vcf nfo
      """
    ),
    (
      .images,
      """
      jpg jpeg jpe jfif png gif bmp dib tif tiff webp avif heic heif svg svgz ico icns xpm xbm ppm pgm pbm pnm pcx tga \
      psd xcf kra ai eps cdr raw cr2 cr3 nef arw dng orf rw2 raf jxl jp2 exr hdr
      """
    ),
    (
      .music,
      """
      mp3 ogg oga opus flac wav wave aac m4a m4b wma aif aiff aifc ape alac amr au mid midi mka ac3 dts wv spx m3u m3u8 \
      pls cue
      """
    ),
    (
      .videos,
      """
      mp4 m4v mkv webm avi mov qt wmv flv f4v mpg mpeg mpe m2v m2ts mts ogv ogm 3gp 3g2 vob rm rmvb divx asf srt sub \
      ass vtt
      """
    ),
    (
      .archives,
      """
      zip tar gz tgz bz2 tbz tbz2 xz txz zst tzst lz lzma lzo lz4 z 7z rar cab arj lha lzh cpio iso img dmg deb rpm jar \
      war apk xpi crx pkg snap flatpak
      """
    ),
    (
      .code,
      """
      c h cc cpp cxx hpp hh hxx m mm swift rs go java kt kts scala clj py pyw ipynb rb pl pm php js mjs cjs jsx tsx ts \
      css scss sass less html htm xhtml vue svelte sh bash zsh fish bat cmd ps1 lua r jl hs ml mli ex exs erl el lisp \
      scm vim sql json jsonl xml xsl xsd yaml yml toml ini cfg conf asm s f90 pas dart groovy gradle cmake mk diff \
      patch proto tcl v vhd
      """
    ),
    (
      .other,
      """
      exe msi com dll so bin dat db sqlite sqlite3 bak old tmp swp torrent ttf otf woff woff2 desktop url webloc lnk \
      appimage run iqy key asc gpg sig pem crt cer md5 sha1 sha256 stl obj fbx blend gcode dwg dxf pcap dump cache lock
      """
    ),
  ]
}
