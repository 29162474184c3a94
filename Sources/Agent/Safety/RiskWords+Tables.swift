/// The words themselves, in the languages that desktops are used in most. A line is a language: English, German, French,
/// Spanish, Italian, Portuguese, Russian, Dutch, Polish, Ukrainian, Czech, Swedish, Danish, Norwegian, Finnish,
/// Hungarian, Turkish, Chinese, Japanese, Korean.
extension RiskWords {
  static let phrases: [(phrase: ScreenWords, kind: Risk.Kind)] = [
    (.delete, deletion), (.overwrite, overwriting), (.discard, discarding), (.send, sending), (.pay, paying),
    (.leave, leaving), (.erase, erasing), (.uninstall, uninstalling),
  ].flatMap { kind, table in list(table).map { ($0, kind) } }

  private static let deletion = """
    delete, deleted, deletes, deleting, deletion, remove, removed, removes, removing, permanently, cannot be undone, \
    can't be undone, irreversible, trash, wastebasket, clear history
    löschen, gelöscht, löscht, gelöschte, entfernen, papierkorb, unwiderruflich, rückgängig gemacht werden
    supprimer, supprimé, supprimés, supprimées, enlever, retirer, corbeille, définitivement, irréversible
    eliminar, eliminado, borrar, quitar, papelera, permanentemente
    elimina, eliminare, eliminazione, rimuovi, rimuovere, cancella, cestino, cestina, definitivamente
    excluir, apagar, remover, lixeira, lixo
    удалить, удаление, удалены, удалён, удалите, корзину, безвозвратно
    verwijderen, verwijderd, verwijdert, wissen, prullenbak
    usuń, usunąć, usunięte, usunięciu, usuwanie, usuwa, kosz, kosza, trwale
    вилучити, видалити, вилучите, видалите, вилучення, видалення, прибрати, смітник, смітника
    smazat, smažete, odstranit, odebrat, koš, koše, trvale
    ta bort, tas bort, tar bort, radera, raderas, papperskorg, papperskorgen
    slet, slette, slettes, sletter, fjern, papirkurv, papirkurven
    slett, sletter
    poista, poistaa, poistoa, poistetaan, roskakori, roskakoriin, roskakorin
    törlés, törli, törölni, törlése, törlődik, eltávolítás, kuka, kukába, kukából
    sil, silmek, silerseniz, silinsin, silinecek, kaldır, kaldırmak, çöp, çöpe, çöpü
    删除, 刪除, 移除, 回收站, 垃圾, 回收筒, 无法撤销, 無法復原
    削除, ごみ箱, ゴミ箱, 元に戻せません
    삭제, 제거, 지우기, 지우시겠습니까, 휴지통
    """

  private static let overwriting = """
    overwrite, overwrites, overwriting, overwritten, replacing, already exists, replace it, replace file, \
    replace existing
    überschreiben, überschrieben, existiert bereits, bereits vorhanden, ersetzt, gleichnamige
    écraser, écrasé, existe déjà
    sobrescribir, sobreescribir, ya existe
    sovrascrivi, sovrascrivere, esiste già, già presente
    sobrescrever, já existe
    перезаписать, уже существует
    overschrijven, overschreven, bestaat al
    nadpisz, nadpisać, już istnieje
    перезаписати, вже існує
    přepsat, přepíšete, již existuje, již tento, už existuje
    skriv över, finns redan
    overskriv, overskrive, findes allerede, eksisterer allerede
    skriv over, finnes allerede
    on jo olemassa
    felülírás, felülírja, lecseréli, már létezik
    üzerine yaz, üstüne yaz, zaten var, zaten mevcut, aynı adda, aynı isimde
    覆盖, 改写, 覆寫, 覆蓋, 已存在, 同名, 相同名稱, 已经存在, 已經存在
    上書き, すでに, 既に存在, 同じ名前
    덮어쓰기, 덮어쓸, 덮어쓰시겠습니까, 이미 존재, 이미 있, 바꾸시겠습니까
    """

  private static let discarding = """
    discard, discards, discarded, will be lost, don't save, do not save, close without saving, without saving, revert
    verwerfen, verworfen, nicht speichern, ohne speichern, verloren
    ne pas enregistrer, sans enregistrer, abandonner, seront perdus, seront perdues, perdues
    no guardar, sin guardar, descartar, se perderán, revertir
    non salvare, senza salvare, scarta, scartare, abbandona, perse
    não salvar, não guardar, sem salvar, sem gravar, sem guardar, serão perdidas, perdidas, reverter
    не сохранять, без сохранения, отбросить, отказаться, потеряны, утрачен
    niet opslaan, sla niet op, zonder opslaan, zonder op te slaan, verwerpen, verloren
    nie zapisuj, bez zapisywania, odrzuć, odrzucić, porzuć, utracone
    не зберігати, без збереження, відкинути, втрачено, втрачені, втрачений
    neukládat, bez uložení, zahodit, ztraceny, ztratíte
    spara inte, utan att spara, förkasta, kasta, förlorade, förloras, förlorad, borta för alltid
    gem ikke, uden at gemme, kassér, kasser, tabt, mister
    ikke lagre, uten å lagre, forkast, tapt, forsvinne
    älä tallenna, tallentamatta, hylkää, menetetään, katoavat
    ne legyen mentve, mentés nélkül, eldobás, elvetés, elvesznek, elvész, elveszik
    kaydetme, kaydetmeden, görmezden gel, kaybolacak, kaybolur, kaybolmasına, yitirilecek
    不保存, 丢弃, 放弃, 不儲存, 放棄, 捨棄, 丟棄, 將會遺失, 将丢失
    保存しない, 保存せずに, 破棄, 失われます
    저장하지 않, 버리기, 사라집니다
    """

  private static let sending = """
    send, submit, tweet, reply all
    senden, absenden, abschicken, veröffentlichen
    envoyer, publier
    enviar, publicar
    invia, inviare, spedisci, pubblica
    отправить, опубликовать
    verzenden, versturen, publiceren
    wyślij, wysłać, opublikuj
    надіслати, опублікувати
    odeslat, poslat, zveřejnit
    skicka, publicera
    offentliggør
    publiser
    lähetä, julkaise
    küldés, elküldés, közzététel
    gönder, yayınla
    发送, 發送, 傳送, 送出, 提交, 发布, 發佈
    送信, 投稿, 公開する
    보내기, 전송, 게시
    """

  private static let paying = """
    pay, pay now, buy, purchase, place order, checkout, subscribe
    bezahlen, kaufen, bestellen
    payer, acheter, commander
    pagar, comprar
    paga, acquista
    finalizar compra
    оплатить, купить, заказать
    betalen, kopen
    zapłać, kup, zamów, kupuję
    сплатити, купити, замовити
    zaplatit, koupit, objednat
    betala, köp, beställ
    betal, køb, bestil
    kjøp
    maksa, osta, tilaa
    fizetés, vásárlás, megrendelés
    öde, satın al
    支付, 付款, 购买, 購買, 下单, 结账, 結帳
    支払, 購入, 注文する
    결제, 구매, 주문
    """

  private static let leaving = """
    log out, logout, sign out, shut down, shutdown, power off, reboot
    abmelden, herunterfahren, ausschalten, neu starten, neustarten
    déconnexion, déconnecter, éteindre, redémarrer
    cerrar sesión, cerrar la sesión, apagar, apagar el equipo, reiniciar
    esci, termina la sessione, spegni, riavvia
    encerrar sessão, terminar a sessão, terminar sessão, desligar
    выйти, завершить сеанс, выключить, перезагрузить
    afmelden, uitloggen, afsluiten, uitschakelen, herstarten
    wyloguj, wyłącz, uruchom ponownie
    завершити сеанс, вимкнути, перезавантажити
    odhlásit, vypnout, restartovat
    logga ut, stäng av, starta om
    log ud, luk ned, sluk, genstart
    logg ut, slå av, omstart
    kirjaudu ulos, sammuta, käynnistä uudelleen
    kijelentkezés, kikapcsolás, leállítás, újraindítás
    oturumu kapat, bilgisayarı kapat, yeniden başlat
    注销, 登出, 关机, 關機, 重启, 重新启动, 重新啟動
    ログアウト, シャットダウン, 再起動
    로그아웃, 컴퓨터 끄기, 시스템 종료, 다시 시작, 재시작
    """

  private static let erasing = """
    erase, erases, erased, erasing, wipe, wipes, wiped, formatted, factory reset, reset all
    formatiert, auf werkseinstellungen
    formater, effacer
    formatear
    formatta
    formatar
    форматировать, стереть
    formatteren
    sformatuj, wymaż
    форматувати, стерти
    vymazat
    formatera
    formatér
    tyhjennä
    biçimlendir
    格式化, 擦除
    フォーマットする, 消去
    포맷하기
    """

  private static let uninstalling = """
    uninstall, uninstalls, uninstalled
    deinstallieren
    désinstaller
    desinstalar
    disinstalla
    deïnstalleren
    odinstaluj
    odinstalovat
    avinstallera
    afinstallér
    avinstaller
    poista asennus
    卸载, 解除安裝
    アンインストール
    """

  /// Words that announce it only where they stand alone: "Format" erases a disk, "Format Cells" does not.
  static let lonePhrases: [ScreenWords: Risk.Kind] = [
    "format": .erase, "formatieren": .erase, "formátovat": .erase, "order": .pay, "post": .send, "publish": .send,
    "restart": .leave, "transfer": .pay,
  ].reduce(into: [:]) { $0[ScreenWords($1.key)] = $1.value }

  static let retreats = list(
    """
    cancel, back, help, skip, keep, abbrechen, zurück, hilfe, überspringen, behalten, annuler, ignorer, passer, cancelar, \
    omitir, annulla, salta, ignora, ignorar, pular, saltar, отмена, отменить, пропустить, annuleren, afbreken, overslaan, \
    anuluj, pomiń, скасувати, пропустити, zrušit, storno, přeskočit, avbryt, hoppa över, annullér, annuller, afbryd, \
    spring over, hopp over, peru, peruuta, ohita, mégse, mégsem, kihagyás, iptal, iptal et, vazgeç, atla, 取消, 跳过, \
    略過, キャンセル, スキップ, 취소, 건너뛰기
    """)

  static let refusals = list(
    """
    no, close, nein, schließen, non, fermer, cerrar, chiudi, não, fechar, нет, закрыть, nee, sluiten, nie, zamknij, ні, \
    закрити, ne, zavřít, nej, stäng, luk, nei, lukk, ei, sulje, nem, bezárás, hayır, kapat, 否, 关闭, 關閉, いいえ, 閉じる, \
    아니요, 아니오, 닫기
    """)

  static let generic = Set(
    list(
      """
      ok, okay, o k, yes, continue, confirm, proceed, apply, accept, agree, go, next, sure, do it, ja, weiter, fortfahren, \
      fortsetzen, bestätigen, oui, continuer, valider, confirmer, sí, continuar, aceptar, aceitar, confirmar, sì, \
      continua, conferma, sim, да, ок, продолжить, подтвердить, doorgaan, bevestigen, oké, goed, tak, kontynuuj, potwierdź, так, \
      гаразд, добре, продовжити, ano, budiž, pokračovat, potvrdit, fortsätt, bekräfta, fortsæt, bekræft, fortsett, bekreft, \
      kyllä, jatka, vahvista, igen, rendben, folytatás, evet, tamam, devam, devam et, sürdür, onayla, 是, 确定, 確定, 确认, \
      繼續, 继续, はい, 続行, 続ける, 確認, 예, 확인, 계속
      """))

  static let places = Set(
    list(
      """
      trash, wastebasket, papierkorb, corbeille, papelera, cestino, lixeira, lixo, корзина, prullenbak, kosz, смітник, \
      koš, papperskorg, papperskorgen, papirkurv, papirkurven, roskakori, kuka, çöp, çöp kutusu, 回收站, 垃圾桶, ごみ箱, \
      ゴミ箱, 휴지통
      """))

  /// All words of one of them are in a question whether to save.
  static let saving = list(
    """
    save changes, save them, save it, unsaved, not saved, not been saved, been modified
    änderungen speichern, gespeichert werden, nicht gespeicherte
    enregistrer modifications, enregistrer changements, non enregistré, non enregistrées
    guardar cambios, sin guardar
    salvare modifiche, salvare cambiamenti
    salvar alterações, gravar alterações, guardar alterações
    сохранить изменения
    wijzigingen opslaan
    zapisać zmiany
    зберегти зміни
    uložit změny
    spara ändringar, spara ändringarna
    gem ændringer, gemme ændringer, gemme ændringerne
    lagre endringer, lagre endringene
    tallenna muutokset, tallentaa muutokset, tallennetaanko
    változások mentése, menti változásokat
    değişiklikleri kaydet, değişiklikleri kaydetmek, değişiklikler kaydedilsin
    更改 保存, 未保存, 變更 儲存, 更動 儲存
    変更 保存, 保存しますか
    변경 저장, 바뀐 저장, 저장하시겠습니까
    """)

  /// What a button says that answers for everything at once.
  static let everything = Set(list("all, alle, tout, todo, tutto, tudo, все, wszystkie, vše, alla, kaikki, mind, tümü"))

  private static func list(_ words: String) -> [ScreenWords] {
    words.split { $0 == "," || $0.isNewline }.map { ScreenWords(String($0)) }
  }
}
