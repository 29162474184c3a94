import Commands
import Outline

/// What a command does with the clipboard.
enum ClipboardDeed: Sendable {
  /// Replaces what it holds: copying and cutting.
  case copy
  case paste

  init?(_ chord: Chord) {
    switch "\(chord)".lowercased() {
    case "ctrl+c", "ctrl+x", "ctrl+insert", "shift+delete", "ctrl+shift+c": self = .copy
    case "ctrl+v", "ctrl+shift+v", "shift+insert": self = .paste
    default: return nil
    }
  }

  /// By what a button or menu item says of itself.
  init?(title: String) {
    let words = ScreenWords(title)
    if Self.copying.contains(where: words.contain) {
      self = .copy
    } else if Self.pasting.contains(where: words.contain) {
      self = .paste
    } else {
      return nil
    }
  }

  /// In the languages of ``RiskWords``.
  private static let copying = words(
    """
    copy, cut, kopieren, ausschneiden, copier, couper, copiar, cortar, recortar, copia, taglia, копировать, скопировать, \
    вырезать, kopiëren, knippen, kopiuj, skopiuj, kopiowanie, skopiowanie, wytnij, wycięcie, копіювати, скопіювати, вирізати, kopírovat, vyjmout, kopiera, \
    klipp ut, klipput, kopiér, kopier, klip, kopioi, leikkaa, másolás, kivágás, kopyala, kes, 复制, 剪切, 複製, 剪下, コピー, \
    切り取, 복사, 잘라내기, 자르기
    """)
  private static let pasting = words(
    """
    paste, einfügen, coller, pegar, incolla, colar, вставить, plakken, wklej, wklejenie, вставити, vložit, klistra in, indsæt, lim inn, \
    liitä, beillesztés, yapıştır, 粘贴, 貼上, 贴上, 貼り付け, ペースト, 붙여넣기
    """)

  private static func words(_ list: String) -> [ScreenWords] {
    list.split { $0 == "," || $0.isNewline }.map { ScreenWords(String($0)) }
  }
}
