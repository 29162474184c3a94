/// Words on buttons, menu items and dialogs that announce what cannot be undone.
enum RiskWords {
  private static let phrases: [Risk.Kind: [String]] = [
    .delete: [
      "delete", "deleted", "remove", "trash", "move to trash", "wastebasket", "empty trash", "clear history", "löschen",
      "entfernen", "papierkorb", "supprimer", "corbeille", "eliminar", "borrar", "papelera", "elimina", "cestino",
      "excluir", "lixeira", "удалить", "удаление", "корзину", "verwijderen", "usuń",
    ],
    .overwrite: [
      "overwrite", "replace", "replacing", "already exists", "überschreiben", "ersetzen", "remplacer", "écraser",
      "reemplazar", "sobrescribir", "sostituisci", "sovrascrivi", "substituir", "заменить", "перезаписать",
    ],
    .discard: [
      "discard", "don't save", "don’t save", "do not save", "close without saving", "without saving", "revert",
      "verwerfen", "nicht speichern", "ohne speichern", "ne pas enregistrer", "no guardar", "non salvare",
      "não salvar", "не сохранять",
    ],
    .send: [
      "send", "submit", "publish", "post", "tweet", "reply all", "senden", "absenden", "veröffentlichen", "envoyer",
      "publier", "enviar", "publicar", "invia", "pubblica", "отправить", "опубликовать",
    ],
    .pay: [
      "pay", "pay now", "buy", "purchase", "order", "place order", "checkout", "subscribe", "transfer", "bezahlen",
      "kaufen", "bestellen", "payer", "acheter", "commander", "pagar", "comprar", "paga", "acquista", "оплатить",
      "купить",
    ],
    .leave: [
      "log out", "logout", "sign out", "shut down", "shutdown", "power off", "restart", "reboot", "abmelden",
      "herunterfahren", "neu starten", "déconnexion", "éteindre", "cerrar sesión", "apagar", "esci", "spegni",
      "выйти", "выключить",
    ],
    .erase: [
      "format", "erase", "wipe", "factory reset", "reset all", "formatieren", "formater", "effacer", "formatear",
      "formatta", "форматировать", "стереть",
    ],
    .uninstall: ["uninstall", "deinstallieren", "désinstaller", "desinstalar", "disinstalla", "удалить программу"],
  ]

  /// What `text` announces, by the whole words in it, in any case; nil where it is harmless.
  static func risk(in text: String) -> Risk? {
    let padded = " " + words(of: text) + " "
    for kind in Risk.Kind.allCases {
      for phrase in phrases[kind] ?? [] where padded.contains(" \(words(of: phrase)) ") {
        return Risk(kind, text)
      }
    }
    return nil
  }

  private static func words(of text: String) -> String {
    text.lowercased().replacing("_", with: "").split { !$0.isLetter && $0 != "'" && $0 != "’" }.joined(separator: " ")
  }
}
