/// Words on buttons, menu items and dialogs that announce what cannot be undone.
enum RiskWords {
  private static let phrases: [Risk.Kind: [String]] = [
    .delete: [
      "delete", "deleted", "remove", "trash", "move to trash", "wastebasket", "empty trash", "clear history", "löschen",
      "entfernen", "papierkorb", "supprimer", "corbeille", "eliminar", "borrar", "papelera", "elimina", "cestino",
      "excluir", "lixeira", "удалить", "удаление", "корзину", "verwijderen", "usuń",
    ],
    .overwrite: [
      "overwrite", "replacing", "already exists", "replace it", "replace file", "replace existing", "überschreiben",
      "écraser",
      "reemplazar", "sobrescribir", "sostituisci", "sovrascrivi", "substituir", "заменить", "перезаписать",
    ],
    .discard: [
      "discard", "don't save", "don’t save", "do not save", "close without saving", "without saving", "revert",
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
      "erase", "wipe", "factory reset", "reset all", "formater", "effacer", "formatear",
      "formatta", "форматировать", "стереть",
    ],
    .uninstall: ["uninstall", "deinstallieren", "désinstaller", "desinstalar", "disinstalla", "удалить программу"],
  ]

  /// Words that announce it only where they stand alone: "Format" erases a disk, "Format Cells" does not.
  private static let lonePhrases: [String: Risk.Kind] = [
    "format": .erase, "formatieren": .erase, "order": .pay, "post": .send, "publish": .send,
    "restart": .leave, "transfer": .pay,
  ]

  /// What `text` announces, by the whole words in it, in any case; nil where it is harmless.
  static func risk(in text: String) -> Risk? {
    let words = words(of: text)
    if let kind = lonePhrases[words] { return Risk(kind, text) }
    let padded = " " + words + " "
    for kind in Risk.Kind.allCases {
      for phrase in phrases[kind] ?? [] where padded.contains(" \(Self.words(of: phrase)) ") {
        return Risk(kind, text)
      }
    }
    return nil
  }

  private static func words(of text: String) -> String {
    text.lowercased().replacing("_", with: "").split { !$0.isLetter && $0 != "'" && $0 != "’" }.joined(separator: " ")
  }
}
