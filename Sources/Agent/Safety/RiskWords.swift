import Foundation

/// Words on buttons, menu items and dialogs that announce what cannot be undone.
enum RiskWords {
  private static let phrases: [Risk.Kind: [String]] = [
    .delete: [
      "delete", "deleted", "deletes", "deleting", "deletion", "remove", "removed", "removes", "removing", "permanently",
      "cannot be undone", "can't be undone", "irreversible", "gelöscht", "supprimé", "eliminado", "удалены", "trash",
      "move to trash", "wastebasket", "empty trash", "clear history", "löschen",
      "entfernen", "papierkorb", "supprimer", "corbeille", "eliminar", "borrar", "papelera", "elimina", "cestino",
      "excluir", "lixeira", "удалить", "удаление", "корзину", "verwijderen", "usuń",
    ],
    .overwrite: [
      "overwrite", "overwrites", "overwriting", "overwritten", "replacing", "already exists", "replace it",
      "replace file", "replace existing", "überschreiben",
      "écraser",
      "reemplazar", "sobrescribir", "sostituisci", "sovrascrivi", "substituir", "заменить", "перезаписать",
    ],
    .discard: [
      "discard", "discards", "discarded", "will be lost", "don't save", "don’t save", "do not save",
      "close without saving", "without saving", "revert",
      "verwerfen", "nicht speichern", "ohne speichern", "ne pas enregistrer", "no guardar", "non salvare",
      "não salvar", "не сохранять",
    ],
    .send: [
      "send", "submit", "tweet", "reply all", "senden", "absenden", "veröffentlichen", "envoyer",
      "publier", "enviar", "publicar", "invia", "pubblica", "отправить", "опубликовать",
    ],
    .pay: [
      "pay", "pay now", "buy", "purchase", "place order", "checkout", "subscribe", "bezahlen",
      "kaufen", "bestellen", "payer", "acheter", "commander", "pagar", "comprar", "paga", "acquista", "оплатить",
      "купить",
    ],
    .leave: [
      "log out", "logout", "sign out", "shut down", "shutdown", "power off", "reboot", "abmelden",
      "herunterfahren", "neu starten", "déconnexion", "éteindre", "cerrar sesión", "apagar", "esci", "spegni",
      "выйти", "выключить",
    ],
    .erase: [
      "erase", "erases", "erased", "erasing", "wipe", "wipes", "wiped", "formatted", "factory reset", "reset all",
      "formater", "effacer", "formatear",
      "formatta", "форматировать", "стереть",
    ],
    .uninstall: [
      "uninstall", "uninstalls", "uninstalled", "deinstallieren", "désinstaller", "desinstalar", "disinstalla",
      "удалить программу",
    ],
  ]

  /// Words that announce it only where they stand alone: "Format" erases a disk, "Format Cells" does not.
  private static let lonePhrases: [String: Risk.Kind] = [
    "format": .erase, "formatieren": .erase, "order": .pay, "post": .send, "publish": .send,
    "restart": .leave, "transfer": .pay,
  ]

  /// What `text` announces, by the whole words in it, in any case and however they are disguised; nil where it is
  /// harmless.
  static func risk(in text: String) -> Risk? {
    // What is overridden to run from right to left reads the other way round.
    let readings = text.unicodeScalars.contains("\u{202E}") ? [text, String(text.reversed())] : [text]
    return readings.lazy.map(words(of:)).compactMap(kind(ofWords:)).first.map { Risk($0, text) }
  }

  private static func kind(ofWords words: String) -> Risk.Kind? {
    if let kind = lonePhrases[words] { return kind }
    let padded = " " + words + " "
    return needles.first { padded.contains($0.phrase) }?.kind
  }

  /// Whether it is the name of a button that leads out of a dialog without doing what that asks, alone or for
  /// everything: "Skip", "Skip All". GTK 4 says a name with its mnemonic and then again without: "_Skip Skip".
  static func isRetreat(_ name: String) -> Bool {
    isOne(of: retreats + refusals, name)
  }

  /// Whether the button says no, rather than not now.
  static func isRefusal(_ name: String) -> Bool {
    isOne(of: refusals, name)
  }

  /// Whether a button's name tells nothing about what it does.
  static func isGeneric(_ name: String) -> Bool {
    let words = words(of: name)
    return words.isEmpty || generic.contains(words)
  }

  /// Whether a menu's title names a place rather than a deed.
  static func isPlace(_ title: String) -> Bool {
    ["trash", "wastebasket", "papierkorb", "corbeille", "papelera", "cestino", "lixeira"].contains(words(of: title))
  }

  /// Whether a dialog asks if something should be saved.
  static func asksToSave(_ text: String) -> Bool {
    let padded = " " + words(of: text) + " "
    return saving.contains { padded.contains(" \(words(of: $0)) ") }
  }

  private static func isOne(of names: [String], _ name: String) -> Bool {
    let words = Set(words(of: name).split(separator: " ")).subtracting(["all", "alle", "tout", "todo", "tutto", "все"])
    return words.count == 1 && words.contains { word in names.contains { self.words(of: $0) == word } }
  }

  private static let retreats = [
    "cancel", "back", "help", "skip", "keep", "abbrechen", "zurück", "hilfe", "überspringen", "annuler", "ignorer",
    "cancelar", "omitir", "annulla", "salta", "отмена", "пропустить",
  ]
  private static let refusals = [
    "no", "close", "nein", "schließen", "non", "fermer", "cerrar", "chiudi", "нет", "закрыть",
  ]
  private static let generic: Set<String> = [
    "ok", "okay", "yes", "continue", "confirm", "proceed", "apply", "accept", "agree", "go", "next", "sure", "do it",
    "ja", "weiter", "fortfahren", "oui", "continuer", "si", "continuar", "aceptar", "да", "продолжить",
  ]
  private static let saving = [
    "save changes", "save your changes", "save the changes", "save them", "save it", "unsaved", "not saved",
    "not been saved", "been modified", "änderungen speichern", "enregistrer les modifications", "guardar los cambios",
    "salvare le modifiche", "сохранить изменения",
  ]

  private static let needles: [(phrase: String, kind: Risk.Kind)] = Risk.Kind.allCases.flatMap { kind in
    (phrases[kind] ?? []).map { (" \(words(of: $0)) ", kind) }
  }

  /// The words of a text without what can hide them from a comparison, but not from a reader: wide or styled letters,
  /// accents, invisible characters, letters of another alphabet that look the same, and spaces between letters.
  private static func words(of text: String) -> String {
    let plain = text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { scalar in
      !scalar.properties.isDefaultIgnorableCodePoint && scalar.properties.generalCategory != .format && scalar != "_"
    }
    let folded = String(String.UnicodeScalarView(plain))
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .replacing("’", with: "'")
    let words = folded.split { !$0.isLetter && $0 != "'" }.map(inOneAlphabet)
    let isSpaced = words.count > 2 && words.allSatisfy { $0.count == 1 }
    return words.joined(separator: isSpaced ? "" : " ")
  }

  private static func inOneAlphabet(_ word: Substring) -> String {
    guard word.contains(where: \.isASCII) else { return String(word) }
    return String(word.map { lookalikes[$0] ?? $0 })
  }

  private static let lookalikes: [Character: Character] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j", "ԁ": "d",
    "м": "m", "т": "t", "н": "h", "к": "k", "в": "b", "α": "a", "ε": "e", "ι": "i", "ο": "o", "ρ": "p", "τ": "t",
    "υ": "u", "ν": "v", "ɡ": "g", "ı": "i", "ӏ": "l",
  ]
}
