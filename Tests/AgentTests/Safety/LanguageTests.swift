import Testing

@testable import Agent

/// What buttons and menus say on desktops in other languages than English.
@Suite struct LanguageTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var language: String
    /// What deletes, overwrites and discards.
    var risky: [String]
    var cancel: String
    var copying: [String]
    var paste: String
    var harmless: [String]

    var testDescription: String { language }
  }

  @Test(arguments: samples) func whatMattersIsKnown(sample: Sample) {
    #expect(sample.risky.map { RiskWords.risk(in: $0)?.kind } == [.delete, .delete, .overwrite, .discard])
    #expect(RiskWords.isRetreat(sample.cancel))
    #expect(sample.copying.map(ClipboardDeed.init(title:)) == [.copy, .copy])
    #expect(ClipboardDeed(title: sample.paste) == .paste)
    for title in sample.harmless + [sample.cancel] {
      #expect(RiskWords.risk(in: title) == nil && ClipboardDeed(title: title) == nil, "\(title)")
    }
  }

  private static let samples = [
    Sample(
      language: "cs", risky: ["O_dstranit", "Přesunout do _Koše", "a.txt již existuje.", "Zavřít _bez uložení"],
      cancel: "_Zrušit", copying: ["_Kopírovat", "Vyjmou_t"], paste: "V_ložit", harmless: ["_Otevřít", "_Vlastnosti"]),
    Sample(
      language: "da", risky: ["S_let", "Flyt til _papirkurv", "a.txt findes allerede.", "Luk _uden at gemme"],
      cancel: "_Annuller", copying: ["K_opiér", "K_lip"], paste: "I_ndsæt", harmless: ["_Åbn", "_Egenskaber"]),
    Sample(
      language: "de", risky: ["_Löschen", "In den Papierkorb", "a.txt existiert bereits.", "Ohne Speichern schließen"],
      cancel: "A_bbrechen", copying: ["_Kopieren", "Ausschnei_den"], paste: "E_infügen",
      harmless: ["_Öffnen", "Ei_genschaften"]),
    Sample(
      language: "es", risky: ["_Eliminar", "Mover a la _papelera", "a.txt ya existe.", "Cerrar _sin guardar"],
      cancel: "_Cancelar", copying: ["C_opiar", "C_ortar"], paste: "_Pegar", harmless: ["Ab_rir", "_Propiedades"]),
    Sample(
      language: "fi", risky: ["P_oista", "Siirrä _roskakoriin", "a.txt on jo olemassa.", "_Sulje tallentamatta"],
      cancel: "_Peruuta", copying: ["K_opioi", "L_eikkaa"], paste: "L_iitä", harmless: ["_Avaa", "O_minaisuudet"]),
    Sample(
      language: "fr",
      risky: ["Su_pprimer", "Me_ttre à la corbeille", "a.txt existe déjà.", "_Fermer sans enregistrer"],
      cancel: "A_nnuler", copying: ["Co_pier", "Co_uper"], paste: "C_oller", harmless: ["_Ouvrir", "_Propriétés"]),
    Sample(
      language: "hu", risky: ["_Törlés", "Áthelyezés a _Kukába", "a.txt már létezik.", "Bezárás mentés _nélkül"],
      cancel: "Mé_gse", copying: ["_Másolás", "Ki_vágás"], paste: "_Beillesztés",
      harmless: ["M_egnyitás", "T_ulajdonságok"]),
    Sample(
      language: "it", risky: ["Eli_mina", "Sposta nel ces_tino", "a.txt esiste già.", "Chiudi senza sal_vare"],
      cancel: "A_nnulla", copying: ["_Copia", "Ta_glia"], paste: "_Incolla", harmless: ["_Apri", "Pr_oprietà"]),
    Sample(
      language: "ja", risky: ["削除(_D)", "ゴミ箱へ移動(_T)", "a.txt はすでにあります。", "保存せずに閉じる(_W)"], cancel: "キャンセル(_C)",
      copying: ["コピー(_C)", "切り取り(_T)"], paste: "貼り付け(_P)", harmless: ["開く(_O)", "プロパティ(_P)"]),
    Sample(
      language: "ko", risky: ["삭제(_D)", "휴지통으로 이동(_T)", "a.txt 파일이 이미 있습니다.", "저장하지 않고 닫기(_W)"], cancel: "취소(_C)",
      copying: ["복사(_C)", "잘라내기(_T)"], paste: "붙여넣기(_P)", harmless: ["열기(_O)", "속성(_P)"]),
    Sample(
      language: "nb", risky: ["Sle_tt", "Flytt _til papirkurven", "a.txt finnes allerede.", "Lukk _uten å lagre"],
      cancel: "A_vbryt", copying: ["Ko_pier", "Klipp _ut"], paste: "_Lim inn", harmless: ["_Åpne", "E_genskaper"]),
    Sample(
      language: "nl",
      risky: ["Verwij_deren", "Verplaats naar prullenbak", "a.txt bestaat al.", "Sluiten _zonder opslaan"],
      cancel: "_Annuleren", copying: ["_Kopiëren", "K_nippen"], paste: "P_lakken",
      harmless: ["_Openen", "_Eigenschappen"]),
    Sample(
      language: "pl", risky: ["_Usuń", "Przeni_eś do kosza", "a.txt już istnieje.", "Zamknij _bez zapisywania"],
      cancel: "A_nuluj", copying: ["S_kopiuj", "Wy_tnij"], paste: "Wk_lej", harmless: ["_Otwórz", "Wł_aściwości"]),
    Sample(
      language: "pt", risky: ["_Eliminar", "Mover para o _lixo", "a.txt já existe.", "Fechar _sem gravar"],
      cancel: "_Cancelar", copying: ["_Copiar", "Cor_tar"], paste: "Co_lar", harmless: ["A_brir", "_Propriedades"]),
    Sample(
      language: "pt_BR",
      risky: ["E_xcluir", "Mover para a _lixeira", "O arquivo a.txt já existe.", "_Fechar sem salvar"],
      cancel: "_Cancelar", copying: ["_Copiar", "Recor_tar"], paste: "C_olar", harmless: ["A_brir", "_Propriedades"]),
    Sample(
      language: "ru",
      risky: ["_Удалить", "Переместить в _корзину", "a.txt уже существует.", "Закрыть _без сохранения"],
      cancel: "_Отменить", copying: ["_Копировать", "_Вырезать"], paste: "_Вставить",
      harmless: ["_Открыть", "_Параметры"]),
    Sample(
      language: "sv", risky: ["_Ta bort", "Flytta till _Papperskorgen", "a.txt finns redan.", "Stäng _utan att spara"],
      cancel: "A_vbryt", copying: ["K_opiera", "Kli_pp ut"], paste: "K_listra in", harmless: ["_Öppna", "Egenska_per"]),
    Sample(
      language: "tr", risky: ["_Sil", "Çöpe _Taşı", "a.txt zaten var.", "Kaydetmeden _Kapat"], cancel: "_İptal Et",
      copying: ["Ko_pyala", "K_es"], paste: "Ya_pıştır", harmless: ["_Aç", "_Özellikler"]),
    Sample(
      language: "uk", risky: ["В_идалити", "П_еренести до смітника", "a.txt вже існує.", "_Закрити без збереження"],
      cancel: "_Скасувати", copying: ["_Копіювати", "_Вирізати"], paste: "_Вставити",
      harmless: ["_Відкрити", "В_ластивості"]),
    Sample(
      language: "zh_CN", risky: ["删除(_D)", "移到回收站(_T)", "a.txt 已存在。", "不保存退出(_W)"], cancel: "取消 (_C)",
      copying: ["复制(_C)", "剪切(_T)"], paste: "粘贴(_P)", harmless: ["打开(_O)", "属性(_P)"]),
    Sample(
      language: "zh_TW", risky: ["刪除(_D)", "丟到垃圾桶(_T)", "a.txt 已經存在。", "關閉但不儲存(_W)"], cancel: "取消(_C)",
      copying: ["複製(_C)", "剪下(_T)"], paste: "貼上(_P)", harmless: ["開啟(_O)", "屬性(_P)"]),
  ]
}
