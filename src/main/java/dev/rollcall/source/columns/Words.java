package dev.rollcall.source.columns;

/**
 * The words by which headers and cells are understood, as {@link Lexicon} reads them: data, and in
 * a class because Java has classes at hand when it starts, but has to open a jar for a file.
 */
final class Words {

  private Words() {}

  /**
   * Whether each word is as {@link Lexicon#plain} makes it: not here, where people read and write
   * them, but in what is shipped (package {@code build}).
   */
  static boolean arePlain() {
    return false;
  }

  /** All of them, line by line. */
  static String text() {
    return """
      # The words by which headers and cells of rosters are understood, by what they say and by language.
      #
      # A section begins with its name in brackets. A line is a list of words, its language in front.
      # Case, blanks, punctuation and accents do not count: "Date de sortie" is datedesortie.
      # A header is understood where it can be put together of words of the sections that belong to it.

      # ---------------------------------------------------------------- addresses

      [email]
      en: email, email address, work email, work email address, business email, company email, primary email, mail, email id, user email

      [email.other]
      en: email work, email business, email office, corporate email, office email, official email, email corporate, internet address, contact email, employee email, member email, student email, staff email
      de: e-mail-adresse, mailadresse, dienstliche e-mail, geschäftliche e-mail, e-mail geschäftlich, e-mail dienstlich, firmen-e-mail, e-mail arbeit
      fr: courriel, adresse e-mail, adresse mail, adresse de messagerie, adresse électronique, adresse courriel, e-mail professionnel, mail professionnel, courriel professionnel, adresse e-mail professionnelle, mél, mail pro, e-mail pro
      es: correo, correo electrónico, dirección de correo, dirección de correo electrónico, email corporativo, correo corporativo, correo institucional, correo de trabajo, e-mail de trabajo, correo laboral
      pt: endereço de e-mail, endereço de email, correio eletrónico, correio eletrônico, e-mail profissional, e-mail institucional, e-mail de trabalho
      it: posta elettronica, indirizzo e-mail, indirizzo di posta elettronica, email aziendale, mail aziendale, e-mail lavoro
      nl: e-mailadres, mailadres, e-mail werk, zakelijk e-mailadres, zakelijke e-mail, werkmail, werk e-mail
      pl: adres e-mail, adres poczty elektronicznej, poczta, e-mail służbowy, adres e-mail służbowy, służbowy e-mail
      da: e-post, e-postadresse, mail adresse, arbejdsmail, jobmail, arbejds-e-mail
      sv: e-postadress, mejl, mejladress, jobb-e-post
      fi: sähköposti, sähköpostiosoite, työsähköposti
      ru: почта, электронная почта, эл почта, адрес электронной почты, адрес почты, имейл, емейл, рабочая почта, корпоративная почта, рабочий e-mail
      zh: 邮箱, 电子邮箱, 邮箱地址, 电子邮件, 电子邮件地址, 邮件, 邮件地址, 工作邮箱, 公司邮箱, 企业邮箱, 電子郵件, 電子郵件地址, 電子信箱, 信箱, 電郵, 電郵地址
      ja: メール, メールアドレス, eメール, 電子メール, 会社メールアドレス, 社用メール, 電子メールアドレス, 社内メールアドレス
      ko: 이메일, 이메일주소, 이메일 주소, 메일, 메일주소, 전자우편, 회사이메일, 업무이메일, 사내메일

      [email.login]
      en: username, user principal name, upn

      # What may stand behind a header in brackets, or beside it, without changing what it means.
      [aside]
      en: work, office, business, company, official, corporate, primary, current, required, mandatory, optional, read only, legal, yes/no, y/n, true/false, yyyy-mm-dd, dd.mm.yyyy, mm/dd/yyyy, dd/mm/yyyy, gmt, utc, unique, text, date
      de: dienstlich, geschäftlich, firma, pflichtfeld, aktuell, ja/nein, tt.mm.jjjj
      fr: professionnel, obligatoire, actuel, oui/non, jj/mm/aaaa
      es: corporativo, obligatorio, actual, sí/no, trabajo, dd/mm/aaaa
      pt: profissional, obrigatório, atual, sim/não
      it: aziendale, obbligatorio, attuale, sì/no, gg/mm/aaaa
      nl: zakelijk, verplicht, huidig, ja/nee, dd-mm-jjjj
      pl: służbowy, wymagane, aktualny, tak/nie, rrrr-mm-dd
      da: arbejde, påkrævet, nuværende, ja/nej
      ru: рабочий, обязательно, да/нет, дд.мм.гггг
      zh: 必填, 公司, 工作, 是/否
      ja: 必須, 会社, はい/いいえ
      ko: 필수, 회사, 예/아니오

      # ---------------------------------------------------------------- names

      [name]
      en: name, full name, display name, real name, complete name, legal name, preferred name, common name, cn, name full
      de: vollständiger name, vor- und nachname, vor und zuname, anzeigename, name und vorname, name vorname, nachname vorname, vorname nachname
      fr: nom complet, nom et prénom, nom prénom, prénom et nom, prénom nom, nom affiché, nom d'affichage, prénoms et nom
      es: nombre completo, nombre y apellido, nombre y apellidos, nombres y apellidos, apellidos y nombres, apellidos y nombre, apellidos nombre, nombre para mostrar
      pt: nome completo, nome e sobrenome, nome e apelido, nome de exibição
      it: nome completo, nome e cognome, cognome e nome, cognome nome, nome cognome, nominativo, nome visualizzato
      nl: naam, volledige naam, weergavenaam, voor- en achternaam
      pl: imię i nazwisko, nazwisko i imię, imiona i nazwisko, pełna nazwa
      da: navn, fulde navn, fuldt navn, fullt navn, visningsnavn, for- og efternavn
      sv: namn, fullständigt namn, för- och efternamn, visningsnamn
      fi: nimi, koko nimi, näyttönimi, sukunimi ja etunimi
      ru: фио, ф.и.о., полное имя, имя и фамилия, фамилия имя, фамилия и имя, фамилия имя отчество, отображаемое имя
      zh: 姓名, 名字, 全名, 显示名称, 顯示名稱, 名称, 真实姓名, 中文姓名, 英文姓名
      ja: 氏名, 名前, 姓名, お名前, 表示名, 社員名
      ko: 이름, 성명, 성함, 전체이름, 사원명, 직원명

      [name.first]
      en: first name, given name, forename, first names, given names, forenames, fname, preferred first name, legal first name
      de: vorname, vornamen, rufname
      fr: prénom, prénoms, prénom usuel
      es: nombre de pila, primer nombre, nombres
      pt: primeiro nome, nome próprio
      it: nome di battesimo
      nl: voornaam, roepnaam, voornamen
      pl: imię, imiona, pierwsze imię
      da: fornavn, fornavne
      sv: förnamn, tilltalsnamn
      fi: etunimi, etunimet, kutsumanimi
      ru: имя
      zh: 名
      ja: 名
      ko: 명

      [name.last]
      en: last name, surname, family name, last names, surnames, lname, sn, preferred last name, legal last name
      de: nachname, familienname, zuname, nachnamen
      fr: nom de famille, nom d'usage, nom de naissance, nom usuel
      es: apellido, apellidos, primer apellido
      pt: sobrenome, apelido, último nome, sobrenomes
      it: cognome
      nl: achternaam, familienaam
      pl: nazwisko
      da: efternavn, etternavn
      sv: efternamn
      fi: sukunimi
      ru: фамилия
      zh: 姓, 姓氏
      ja: 姓, 苗字
      ko: 성

      # Alone they are the name; beside the other part of it, the part that is missing.
      [name.or-first]
      es: nombre
      pt: nome
      ru: имя
      ko: 이름
      zh: 名字
      ja: 名前

      [name.or-last]
      en: name
      fr: nom
      nl: naam
      da: navn
      sv: namn
      fi: nimi

      [name.link]
      en: and, of
      de: und
      fr: et
      es: y
      pt: e
      it: e
      nl: en
      pl: i
      da: og
      sv: och
      fi: ja
      ru: и

      # Whose name it may be.
      [name.of]
      en: employee, worker, student, teacher, staff, person, member, contact, associate, colleague, user, participant, resource, the, of, personnel, contractor, preferred, legal, learner, volunteer
      de: mitarbeiter, mitarbeiterin, des, der, benutzer, person
      fr: du, de, la, l, salarié, collaborateur, employé, agent, élève, utilisateur, usage
      es: del, de, empleado, trabajador, colaborador, alumno, usuario
      pt: do, da, funcionário, colaborador, aluno, usuário
      it: del, dipendente, utente, collaboratore
      nl: medewerker, van, werknemer
      pl: pracownika, osoby
      da: medarbejder, medarbejderens, ansatt
      ru: сотрудника, работника, пользователя
      zh: 员工, 員工, 用户, 学生, 成员
      ja: 社員, 従業員, 氏名, ユーザー
      ko: 직원, 사원, 학생

      # ---------------------------------------------------------------- other fields

      [role]
      en: role, environment role, workspace role

      [groups]
      en: groups, group, collaborator groups, user groups, workspace groups, workspace group

      [projects]
      en: projects, project, project roles, project role, project access

      [kind]
      en: kind

      [kind.other]
      en: assignment kind, assignment type, access type, entitlement type

      [kind.weak]
      en: type

      [target]
      en: target

      [target.other]
      en: target name, assignment, entitlement, access

      [environment]
      en: environment, env, environment name

      [employee-id]
      en: employee id, employee number, employee no, personnel number, personnel no, worker id, staff id

      [employee-id.other]
      en: staff no, staff number, employee code, emp id, emp no, associate id, personnel id, worker number
      de: personalnummer, personal-nr, mitarbeiternummer, mitarbeiter-nr, personalnr
      fr: matricule, numéro d'employé, matricule salarié
      es: número de empleado, legajo, código de empleado, nº empleado
      pt: matrícula, número do funcionário
      it: matricola, codice dipendente
      nl: personeelsnummer, medewerkernummer
      pl: numer pracownika, nr ewidencyjny, numer ewidencyjny
      da: medarbejdernummer, ansattnummer, medarbejdernr
      sv: anställningsnummer, anställningsnr
      fi: henkilönumero, työntekijänumero
      ru: табельный номер, таб номер
      zh: 工号, 員工編號, 员工编号, 员工号
      ja: 社員番号, 従業員番号, 社員コード
      ko: 사번, 사원번호, 직원번호

      # ---------------------------------------------------------------- status: headers

      [status.noun]
      en: status, statuses, empstatus, hrstatus, userstatus, sts
      es: estatus
      ru: статус
      zh: 状态, 狀態, 状况, 狀況, 情况, 情況
      ja: ステータス, 状況, 状態
      ko: 상태

      # Nouns that may be about something else; alone, values decide.
      [status.weak]
      en: state, stage, phase, standing, condition, lifecycle
      de: stand, zustand
      fr: statut, situation, état
      es: estado, situación
      pt: situação, estado
      ja: 区分
      ko: 구분
      it: stato, situazione
      nl: toestand
      pl: stan
      da: tilstand
      sv: tillstånd
      fi: tila
      ru: состояние, положение

      # Whose status it may be, and what else may stand beside it.
      [status.of]
      en: user, users, account, member, membership, ee, employee, employees, employment, emp, empl, staff, hr, worker, work, working, person, people, position, job, lifecycle, record, directory, personnel, associate, contractor, login, profile, contact, assignment, contract, colleague, team member
      de: mitarbeiter, mitarbeitenden, mitarbeiters, ma, beschäftigung, beschäftigungs, benutzer, nutzer, konto, kontos, personal, anstellungs, arbeits, arbeitsverhältnis, arbeitsverhältnisses, vertrags, angestellten, dienst
      fr: emploi, employé, employés, salarié, salariés, collaborateur, collaborateurs, utilisateur, compte, personnel, agent, contrat, membre, rh, contractuel
      es: empleado, empleados, empleo, laboral, usuario, cuenta, trabajador, colaborador, contrato, personal, miembro, contractual
      pt: funcionário, colaborador, trabalhador, usuário, utilizador, conta, contrato, emprego, cadastral, cadastro, empregado, funcional
      it: dipendente, dipendenti, utente, rapporto, lavorativo, lavoro, collaboratore, contratto, impiego
      nl: medewerker, medewerkers, werknemer, gebruiker, gebruikers, dienstverband, personeels
      pl: pracownika, zatrudnienia, konta, użytkownika, umowy, osoby
      da: medarbejder, medarbejderens, ansættelses, ansættelse, bruger, ansatt, ansettelses, bruker, konto
      sv: anställnings, anställning, användar, användare, medarbetar, medarbetare, personal
      fi: työsuhteen, työsuhde, käyttäjän, tilin, henkilön, työntekijän
      ru: сотрудника, работника, учетной записи, пользователя, занятости, трудовой, аккаунта
      zh: 员工, 員工, 用户, 用戶, 账号, 帳號, 账户, 帳戶, 人员, 人員, 在职, 在職, 雇佣, 聘用, 任职, 就业, 工作, 人事
      ja: 社員, 従業員, 雇用, 在籍, 在職, 勤務, アカウント, ユーザー, ユーザ, 利用, 就業, 人事
      ko: 직원, 사원, 재직, 근무, 고용, 계정, 사용자, 회원, 인사

      [filler]
      en: is, has, the, of, current, currently, code, desc, description, text, value, flag, indicator, still, now, and, latest, on, at, yn, jn, sn, yesno, truefalse
      de: der, des, die, aktueller, aktuell, ist, noch, im, in, und, janein, zum, per
      fr: de, du, des, la, le, l, d, actuel, est, et, ouinon
      es: del, el, los, actual, esta, en, y, sino
      pt: do, da, dos, atual, e, simnao
      it: di, della, dell, attuale, del
      nl: van, huidige, het, huidig, janee, per
      pl: aktualny, czy, jest, taknie
      da: er, den, nuværende, gældende, janej, janei, pr
      sv: ar, aktuell
      fi: on, kyllaei
      ru: текущий, ли, с, данет
      zh: 是否, 当前, 目前, 已, 的, 代码
      ja: 現在, の, 済, フラグ, 済み
      ko: 여부, 현재, 의

      # What is no status, though it is put together of its words.
      [status.not]
      en: active directory

      # Parts of headers below which a yes is no good sign, for who calls such a column the status.
      [status.bad]
      en: lock, locked, lockout, lockedout, block, blocked, frozen, freeze, former, terminat, termed, leaver, leaving, left, gone, quit, resign, retire, remov, revok, disab, suspend, archiv, delet, inactiv, deactiv, dismiss, depart, separat, ex, alumni, offboard, deprov, withdraw, withdrawn
      de: sperr, kündig, gelösch, lösch, ehemal, ausgesch, austritt, ausgetr, deaktiv, inaktiv, entlass
      fr: ancien, quitt, sorti, parti, démission, bloqu, supprim, désactiv, inactif, suspend
      es: baja, bloque, elimin, desactiv, inactiv, deshabil, cesad, despedid, antiguo
      pt: deslig, demit, bloque, exclu, desativ, inativ, suspens, afastad
      it: cessat, dimess, bloccat, sospes, disatt, disabil, licenzi, inattiv
      nl: geblok, uitdienst, uit dienst, vertrok, ontslag, inactief, verwijder
      pl: zablok, blokad, zwoln, usuni, nieakt, zawiesz, były, była
      da: spærr, sperr, fratrå, slett, slutt, opsagt, oppsagt, tidligere
      sv: spärr, slutat, avslut, avstäng, tidigare
      fi: estet, poist, entinen, lopett
      ru: блокир, увол, удал, бывш, отключ, архив
      zh: 离职, 離職, 停用, 禁用, 冻结, 删除, 离岗
      ja: 退職, 停止, 無効, 削除, 退社, 離職
      ko: 퇴사, 퇴직, 정지, 삭제, 비활성, 탈퇴

      # Words that turn what stands beside them into its contrary.
      [status.contrary]
      en: not, no, non, never, without, no longer
      de: nicht, kein, keine, ohne
      fr: non, pas, plus
      es: no, ya no, sin
      pt: não, sem
      it: non, senza
      nl: niet, geen
      pl: nie
      da: ikke
      sv: inte, ej
      fi: ei
      ru: не
      zh: 不, 未, 非
      ja: 未, 非, 不

      # A yes below says that somebody is here; as a word in a cell, too.
      [status.here]
      en: active, activated, enabled, employed, current employee, currently employed, still employed, working
      de: aktiv, aktive, aktiver, aktiviert, freigeschaltet
      fr: actif, active, actifs, activé, activée, présent, présente
      es: activo, activa, habilitado, habilitada, activado
      pt: ativo, ativa, habilitado, ativado
      it: attivo, attiva, abilitato, attivato
      nl: actief, actieve, ingeschakeld, in dienst, geactiveerd
      pl: aktywny, aktywna, aktywne, włączony, zatrudniony, zatrudniona
      da: aktivt, aktiveret, aktivert, ansat
      sv: aktiverad, anställd
      fi: aktiivinen, käytössä
      ru: активен, активный, активна, действующий, включен, работает
      zh: 启用, 啟用, 激活, 有效, 在职, 在職, 在岗, 已启用, 已激活
      ja: 有効, アクティブ, 在籍, 在籍中, 在職, 在職中
      ko: 활성, 활성화, 재직, 재직중, 활성중

      # A yes below says that somebody is gone; as a word in a cell, too.
      [status.gone]
      en: inactive, disabled, suspended, archived, deleted, terminated, deactivated, deprovisioned, blocked, leaver, left, resigned, retired, removed, former, former employee, dismissed, departed, offboarded, separated, inactivated, exited, quit, fired, unemployed, not active, non active, no longer active, not employed, no longer employed
      de: inaktiv, inaktive, deaktiviert, gesperrt, gelöscht, archiviert, ausgeschieden, gekündigt, ausgetreten, ehemalig, ehemaliger, ehemalige, entlassen, pensioniert, nicht aktiv, nicht mehr aktiv, nicht mehr beschäftigt
      fr: inactif, inactive, désactivé, désactivée, suspendu, suspendue, supprimé, supprimée, archivé, archivée, sorti, sortie, parti, partie, bloqué, bloquée, licenciée, licencié, démissionnaire, radié, démissionné, non actif, non active, plus actif
      es: inactivo, inactiva, desactivado, desactivada, deshabilitado, deshabilitada, suspendido, suspendida, eliminado, eliminada, archivado, bloqueado, bloqueada, baja, de baja, cesado, despedido, desvinculado, no activo, no activa, dado de baja, dada de baja
      pt: inativo, inativa, suspensa, excluída, bloqueada, desativada, desativado, desabilitado, suspenso, excluído, eliminado, arquivado, bloqueado, desligado, desligada, demitido, demitida, não ativo, não ativa
      it: inattivo, inattiva, disattivata, disabilitata, sospesa, bloccata, non attivo, disattivato, disabilitato, sospeso, eliminato, cancellato, archiviato, bloccato, cessato, cessata, dimesso, licenziato, non attiva, non più attivo, non più in servizio
      nl: inactief, uitgeschakeld, gedeactiveerd, geschorst, verwijderd, gearchiveerd, geblokkeerd, uit dienst, vertrokken, ontslagen, niet actief, niet meer actief, niet meer in dienst
      pl: nieaktywny, nieaktywna, wyłączona, zablokowana, zawieszona, usunięta, wyłączony, zawieszony, usunięty, zarchiwizowany, zablokowany, zwolniony, zwolniona, były, była
      da: deaktiveret, deaktivert, suspenderet, suspendert, slettet, arkiveret, arkivert, spærret, sperret, fratrådt, sluttet, stoppet, opsagt, oppsagt, ikke aktiv, ikke lenger aktiv, ikke længere aktiv
      sv: inaktiverad, avstängd, raderad, borttagen, arkiverad, spärrad, slutat, avslutad, uppsagd, ej aktiv, inte aktiv, ej längre aktiv
      fi: lopettanut, poistettu, poistunut, estetty, epäaktiivinen, irtisanottu, ei aktiivinen
      ru: неактивен, неактивный, неактивна, отключен, отключена, заблокирован, заблокирована, удален, удалена, уволен, уволена, архив, деактивирован, деактивирована, приостановлен, приостановлена, не работает, больше не работает
      zh: 离职, 離職, 已离职, 已離職, 停用, 禁用, 已停用, 删除, 已删除, 归档, 冻结, 注销, 辞职, 离岗, 已禁用, 已注销, 已删除
      ja: 退職, 退職済, 退職済み, 退社, 退社済, 無効, 停止, 削除, 削除済, 離職, 退会
      ko: 퇴사, 퇴직, 비활성, 비활성화, 정지, 삭제, 탈퇴

      # ---------------------------------------------------------------- status: further words in cells

      [word.active]
      en: current, probation, on leave, leave, leave of absence, parental leave, maternity leave, paternity leave, sabbatical, full-time, part-time, regular, permanent, temporary, seasonal, furloughed, intern, contractor, on probation
      de: beschäftigt, angestellt, im dienst, in elternzeit, elternzeit, mutterschutz, probezeit, in probezeit, beurlaubt, vollzeit, teilzeit, unbefristet, sabbatical
      fr: en poste, présent, présente, en activité, en congé, congé maternité, congé parental, période d'essai, salarié, salariée, titulaire, cdi, cdd
      es: alta, de alta, vigente, en activo, empleado, vacaciones, licencia, permiso, contratado
      pt: trabalhando, férias, em férias, licença, de licença, efetivo, contratado, empregado
      it: in servizio, in forza, assunto, assunta, in aspettativa, maternità, in maternità
      nl: werkzaam, met verlof, verlof
      pl: pracuje, na urlopie, urlop, czynny, czynna
      da: ansatt, barsel, orlov, på orlov, permisjon, i permisjon, i arbejde
      sv: tjänstledig, föräldraledig, i tjänst
      fi: työssä, voimassa, vapaalla, palveluksessa
      ru: в штате, действует, в отпуске, отпуск, в декрете, декрет, активно, трудоустроен, работающий, работа, принят, принята, отпуск основной, больничный, командировка, отпуск по уходу за ребенком
      zh: 正常, 试用, 试用期, 正式, 休假, 产假, 在职中, 試用期
      ja: 勤務中, 休職, 休職中, 育休, 育児休業, 産休, 試用期間, 現職
      ko: 근무, 근무중, 정상, 휴직, 휴직중, 육아휴직, 수습

      [word.left]
      en: ended, deceased, no longer employed, not active, non active, ex employee, leaving company, gone, exited, laid off, tobedeleted, not employed, offboarding complete
      de: verstorben, in rente, rente, ruhestand, im ruhestand, nicht aktiv, beendet, abgemeldet
      fr: quitté, a quitté, démission, licenciement, retraité, retraite, à la retraite, décédé, ancien, ancienne, non actif, contrat terminé, a quitté l'entreprise
      es: retirado, jubilado, jubilada, finalizado, terminado, renuncia, dado de baja, ex empleado, egresado, fallecido, cese, desvinculada, despedida, cesada
      pt: aposentado, demissão, dispensado, encerrado, rescindido, falecido, pediu demissão
      it: in pensione, pensionato, terminato, uscito, uscita, deceduto, licenziata, dimissionario, dimessa
      nl: gepensioneerd, overleden, beëindigd, niet actief, ex-medewerker
      pl: emeryt, emerytura, rozwiązana, zakończony, zakończona, odszedł, odeszła, umowa rozwiązana
      da: pensioneret, pensjonert, ophørt, avsluttet, afsluttet, ikke aktiv, død, gået på pension
      sv: pensionerad, avgått, ej aktiv, avgången, avliden
      fi: eläkkeellä, päättynyt, ei aktiivinen, lähtenyt
      ru: уволился, уволилась, на пенсии, пенсионер, не работает, не активен, закрыт, ушел, бывший, увольнение, уволены
      zh: 退休, 解雇, 终止, 終止, 失效, 无效, 無效, 已终止, 开除, 辞退
      ja: 退職者, 定年退職, 解雇, 死亡, 終了, 契約終了
      ko: 퇴사자, 퇴직자, 해고, 정년퇴직, 종료, 사망, 해지

      [yes]
      en: true, yes, y, 1, t, on, x, checked, ✓, ✔, ☑, √
      de: ja, j, wahr
      fr: oui, o, vrai
      es: sí, s, verdadero
      pt: sim, verdadeiro
      it: vero
      nl: waar
      pl: tak, prawda
      da: sand, sandt, sant
      fi: kyllä, joo, tosi
      ru: да, д, истина
      zh: 是, 有, 对, 真
      ja: はい, ○, 〇, ◯, 有り, 可
      ko: 예, 네, 참

      [no]
      en: false, no, n, 0, f, off, unchecked, ✗, ✘, ×, ☐
      de: nein, falsch
      fr: non, faux
      es: falso
      pt: não
      nl: nee, onwaar
      pl: nie, fałsz
      da: nej, nei, falsk, usann
      sv: falskt
      fi: ei, epätosi
      ru: нет, ложь
      zh: 否, 无, 無, 假
      ja: いいえ, 偽, 不可
      ko: 아니오, 아니요, 거짓

      # ---------------------------------------------------------------- dates

      [date]
      en: date, dt, day, date/time
      de: datum, tag, am
      fr: date, jour, le
      es: fecha, día
      pt: data, dia
      it: data, giorno
      nl: datum, dag
      pl: data, dzień
      da: dato, dag
      sv: datum, dag
      fi: päivä, pvm, päivämäärä
      ru: дата, день
      zh: 日, 日期, 时间, 時間
      ja: 日, 年月日, 日付, 予定日
      ko: 일, 일자, 날짜, 일시

      # What a first or last day may be of, beside whom it is about.
      [date.of]
      en: contract, access, effective, actual, final, last, planned, valid, working, workday, projected, expected, company, service
      de: vertrag, letzter, letzte, zugang, befristung, firmen
      fr: contrat, dernier, effective, validité, prévue, effectif
      es: contrato, último, efectiva, prevista, relación, vigencia
      pt: contrato, último, prevista, efetiva
      it: contratto, ultimo, effettiva, prevista, rapporto
      nl: contract, laatste, dienst, werkdag
      pl: umowy, ostatni, pracy, stosunku
      da: kontrakt, sidste, siste, sista
      fi: sopimuksen, viimeinen
      ru: договора, последний, последнии, рабочий, фактическая
      zh: 合同, 最后, 最後, 劳动, 實際
      ja: 契約, 最終, 予定
      ko: 계약, 최종, 예정

      [end.known]
      en: ends on, end date, last day, last working day, termination date, leaving date

      # Last days, with a word for a date or for what ends beside them.
      [end]
      en: enddate, enddt, lwd, dol, term, last day worked, exit, leave, leaving, departure, termination, terminated, termed, resignation, resigned, separation, offboarding, retirement, dismissal, end, ends, ended, expiry, expiration, expires, expire, valid to, valid until, valid through, validto, deactivation, relieving, last day, last working, last workday, last working day, leaver, left, thru, until, to
      de: ausgetreten, beschäftigt bis, enddatum, austritt, austritts, ausscheiden, ausscheide, ausscheidens, ausgeschieden, ende, end, gültig bis, befristet bis, ablauf, ablauf, vertragsende, letzter arbeitstag, letzter tag, beendigung, beendigungs, bis
      fr: sortie, départ, fin, expiration, dernier jour, dernier jour travaillé, démission, rupture, jusqu'au, échéance, radiation
      es: baja, salida, cese, fin, término, terminación, finalización, egreso, retiro, desvinculación, vencimiento, hasta, último día, último día laboral
      pt: saída, desligamento, demissão, rescisão, fim, término, encerramento, último dia, último dia de trabalho
      it: uscita, cessazione, dimissioni, fine, termine, scadenza, ultimo giorno, ultimo giorno di lavoro
      nl: uit dienst, einde, eind, uitstroom, uitdiensttreding, uitdienst, ontslag, laatste werkdag, laatste dag, tot, vertrek
      pl: zwolnienia, odejścia, zakończenia, rozwiązania, końca, koniec, ustania, ostatni dzień, ostatni dzień pracy, wygaśnięcia, do
      da: slut, slutt, fratrædelse, fratrædelses, fratredelse, fratredelses, ophør, ophørs, avslutning, avslutnings, sidste arbejdsdag, siste arbeidsdag, udløb, utløp, fratrådt
      sv: avslut, avgång, avgångs, sista arbetsdag, upphör, utgång, upphörande
      fi: päättymis, päättymisen, lähtö, loppu, lopetus, viimeinen työpäivä, päättyy
      ru: увольнения, окончания, ухода, завершения, расторжения, последний рабочий день, последний день, действует до, прекращения
      zh: 离职, 離職, 终止, 終止, 结束, 結束, 到期, 最后工作, 最後工作, 退休, 失效, 截止, 离岗
      ja: 退職, 退社, 終了, 離職, 最終出社, 最終出勤, 有効期限, 満了, 失効, 退会
      ko: 퇴사, 퇴직, 종료, 만료, 마지막 근무, 만기

      # What ends there is no employment.
      [end.not]
      en: leave end, leave ends, end of leave, end leave, leave to, leave until, leave thru, leave expir

      [start.known]
      en: starts on, start date

      [start.known.other]
      en: hire date, date of hire, joining date, join date

      [start]
      en: startdt, hire, hired, hiring, start, starts, started, starting, join, joined, joining, joiner, entry, commencement, onboarding, valid from, validfrom, begin, begins, beginning, engagement, appointment, doj, from
      de: startdatum, anfangsdatum, eintritt, eintritts, einstellung, einstellungs, beginn, anfang, start, gültig ab, gültig von, vertragsbeginn, erster arbeitstag, arbeitsbeginn, eingestellt, ab
      fr: entrée, embauche, arrivée, début, recrutement, premier jour, engagement, à partir du
      es: alta, ingreso, contratación, inicio, incorporación, entrada, desde, comienzo, antigüedad
      pt: admissão, contratação, início, entrada, ingresso
      it: assunzione, inizio, ingresso, decorrenza, entrata
      nl: in dienst, indienst, indiensttreding, start, begin, aanvang, ingang, ingangs, startdatum, aanstelling, instroom
      pl: zatrudnienia, rozpoczęcia, przyjęcia, początku, początek, zawarcia, od
      da: ansættelse, ansættelses, tiltrædelse, tiltrædelses, startdato, ansettelse, ansettelses, tiltredelse, oppstart, ansat, start
      sv: anställnings, anställning, börjar, tillträde, tillträdes, startdatum
      fi: aloitus, alkamis, alkaa, alku, aloittamis
      ru: приема, приема на работу, начала, найма, поступления, трудоустройства, выхода
      zh: 入职, 入職, 开始, 開始, 到岗, 聘用, 报到, 加入, 到職, 起始
      ja: 入社, 入職, 開始, 採用, 雇用開始, 着任, 加入
      ko: 입사, 시작, 채용, 입사일, 임용, 가입

      # Dates that are no first or last day, whatever they hold.
      [date.else]
      en: birth, born, dob, created, creation, updated, modified, changed, login, logon, sign in, signin, seen, activity, accessed, access date, anniversary, review, password, raise, promotion, order, invoice, visit, attended, training, certified, vaccin, passport, visa, effective date, import, export, sync, graduation, enrol, accepted, invited, approved, purchase, payment
      de: geburt, erstellt, angelegt, geändert, letzte anmeldung, letzter login, aktualisiert, jubiläum, bestellt
      fr: naissance, création, créé, modifi, dernière connexion, mise à jour
      es: nacimiento, creación, creado, modifica, último acceso, actualiza
      pt: nascimento, criação, criado, modifica, último acesso, atualiza
      it: nascita, creazione, modifica, ultimo accesso, aggiorna
      nl: geboorte, aangemaakt, gewijzigd, laatst ingelogd, laatste login
      pl: urodzen, utworzen, modyfikac, ostatnie logowanie
      da: fødsel, fødsels, oprettet, opprettet, endret, ændret, sidste login, siste innlogging
      sv: födelse, skapad, ändrad, senaste inloggning
      fi: syntymä, luotu, muokattu
      ru: рождения, создан, изменен, последний вход
      zh: 生日, 出生, 创建, 更新, 修改, 登录, 登入
      ja: 生年, 誕生, 作成, 更新, 最終ログイン
      ko: 생년, 생일, 생성, 수정, 최근접속, 마지막로그인

      # Where programs and offices keep those who have left: departments, units, folders.
      [word.leavers]
      en: leavers, former employees, former staff, ex employees, disabled users, disabled accounts, disabled, terminated, terminated employees, terminated users, deactivated users, inactive users, suspended users, offboarded users, offboarded, archived users, departed users, alumni, left company, left the company
      de: ehemalige, ehemalige mitarbeiter, ausgeschiedene, ausgeschiedene mitarbeiter, ausgetretene, deaktivierte benutzer, gesperrte benutzer
      fr: anciens, anciens salariés, anciens employés, comptes désactivés, sortis
      es: bajas, antiguos empleados, usuarios desactivados, ex empleados
      pt: desligados, ex funcionários, inativos, usuários desativados
      it: ex dipendenti, cessati, utenti disattivati, dimessi
      nl: oud-medewerkers, uit dienst, ex-medewerkers
      pl: byli pracownicy, zwolnieni, konta wyłączone
      da: tidligere ansatte, tidligere medarbejdere, fratrådte, sluttede
      sv: tidigare anställda, slutade
      fi: entiset työntekijät, poistuneet
      ru: уволенные, бывшие сотрудники, уволенные сотрудники
      zh: 离职人员, 离职员工, 離職人員, 已离职
      ja: 退職者, 退職社員
      ko: 퇴사자, 퇴직자

      # ---------------------------------------------------------------- what a header may be about: parts of words

      [guess.status]
      en: status, state, locked, blocked, active, activ, inactive, enabled, disabled, suspend, archiv, deleted, lock, block, terminat, leaver, employed, lifecycle, deactivat, expired, former, useraccountcontrol
      de: aktiv, sperr, gelöscht, ausgeschieden, gekündigt, zustand
      fr: statut, situation, actif, bloqu, désactiv
      es: estado, situaci, activo, baja, bloque, estatus
      pt: situaç, ativo, bloque, deslig
      it: stato, attivo, sospes, cessat, disatt
      nl: actief, geblokkeerd, uit dienst, toestand
      pl: stan, aktywn, zablokow, zwolnion
      da: tilstand, spærret, sperret, fratrådt, slettet
      sv: tillstånd, spärrad, avslut
      fi: tila, aktiivi
      ru: статус, состояни, актив, уволен, заблок
      zh: 状态, 狀態, 在职, 在職, 离职, 離職, 停用, 启用, 禁用, 状况
      ja: 状態, 状況, ステータス, 在籍, 在職, 退職, 無効, 有効
      ko: 상태, 재직, 퇴사, 퇴직, 활성

      # What a yes or no below may be about.
      [guess.flag]
      en: current, gone, here, still, works, ex, login, access, allowed, revoked, alumni, employee, frozen, freeze, term, termed, act, left, quit, employ, hired, working, works
      de: noch, unternehmen, zugang, ehemalig, weg, beschäftigt, angestellt, tätig, lösch, gekündigt
      fr: quitt, encore, présent, accès, poste, ancien, activité
      es: vigente, sigue, acceso, trabaja, emplead, antiguo
      pt: vigente, acesso, afastad, trabalha
      it: ancora, accesso, servizio, forza
      nl: nog, weg, toegang, werkzaam, dienst, oud
      pl: nadal, dostęp, pracuj, były, była, zatrudn
      da: fortsat, adgang, tilgang, ansat, stadig
      sv: kvar, åtkomst, anställ
      fi: edelleen
      ru: действ, доступ, ушел, работает, блокир, бывш, увол
      zh: 使用, 有效, 仍, 在岗, 离岗
      ja: 使用, 利用, 有効
      ko: 사용, 유효

      [guess.end]
      en: exit, leaving, leave date, departure, terminat, resign, separation, expir, end date, enddate, last day, last working, valid to, valid until, retire, offboard, notice date, contract end
      de: austritt, ausscheid, kündig, vertragsende, gültig bis, enddatum, ablauf, letzter arbeitstag
      fr: sortie, date de départ, fin de contrat, date de fin, démission, expiration, dernier jour
      es: baja, cese, salida, fin de contrato, fecha de fin, egreso, vencimiento, terminaci
      pt: saída, deslig, demiss, rescis, término
      it: uscita, cessazione, dimission, scadenza, fine rapporto
      nl: uit dienst, uitdienst, einddatum, ontslag, vertrek
      pl: zwolnien, odejśc, zakończen, rozwiązan, koniec
      da: fratræd, fratred, slutdato, sluttdato, ophør, opsig, udløb
      sv: slutdatum, avgång, uppsäg, upphör
      fi: päättym, lopetus, lähtö
      ru: увольн, уволен, окончан, ухода, расторж
      zh: 离职, 離職, 终止, 終止, 到期, 结束, 結束
      ja: 退職, 退社, 離職, 終了, 満了
      ko: 퇴사, 퇴직, 종료, 만료

      [guess.start]
      en: hire, start date, startdate, joining, join date, joined, onboard, entry date, valid from, rehire, commence
      de: eintritt, einstellung, beginn, gültig ab
      fr: entrée, embauche, arrivée, date de début
      es: ingreso, contratación, incorporación, fecha de alta, fecha de inicio
      pt: admiss, contratação, início
      it: assunzione, inizio
      nl: in dienst, indienst, startdatum, ingangsdatum
      pl: zatrudnien, rozpoczęc, przyjęc
      da: tiltræd, tiltred, ansættelsesdato, startdato
      sv: anställningsdatum, startdatum, tillträd
      fi: aloitus, alkamis
      ru: приема, начала, трудоустро
      zh: 入职, 入職, 开始日, 開始日, 到職
      ja: 入社, 開始日, 採用日
      ko: 입사, 시작일, 채용일

      [guess.role]
      en: role, permission, privilege, access, entitlement, profile, license
      de: rolle, berechtigung, zugriff, zugang, recht
      fr: rôle, droit, permission, accès, habilitation
      es: rol, permiso, acceso, perfil
      pt: função, perfil, acesso, permiss
      it: ruolo, permess, accesso, profilo
      nl: rol, recht, toegang
      pl: rola, uprawnien, dostęp
      da: rolle, rettighed, adgang, tilgang
      sv: roll, behörighet, åtkomst
      fi: rooli, oikeu
      ru: роль, доступ, права
      zh: 角色, 权限, 權限
      ja: 役割, 権限, ロール
      ko: 역할, 권한

      [guess.group]
      en: group, team, member of, memberof, cohort, distribution list
      de: gruppe
      fr: groupe, équipe
      es: grupo, equipo
      pt: grupo, equipe
      it: gruppo, gruppi
      nl: groep
      pl: grup, zespół
      da: gruppe, hold
      sv: grupp
      fi: ryhmä, tiimi
      ru: групп, команда
      zh: 组, 群组, 團隊, 团队
      ja: グループ, チーム
      ko: 그룹, 팀

      [guess.project]
      en: project

      [guess.name]
      en: name

      # ---------------------------------------------------------------- roles

      # Roles that every workspace has, and names that people give their own.
      [role.ours]
      en: environment admin, environment manager, environment member, member, no access, admin, analyst, operator, builder, project operator, project builder, project admin, project viewer, recipe builder, workspace admin, collaborator

      # Words that other programs have in a column of this name.
      [role.theirs]
      en: student, students, teacher, staff, hr, team_member, team member, team_lead, team lead, new member, learner, instructor, parent, guardian, employee, manager, user, users, guest, owner, editor, viewer, viewonly, author, contributor, subscriber, customer, client, vendor, supplier, partner, contractor, consultant, developer, engineer, designer, intern, trainer, trainee, volunteer, coach, assistant, director, supervisor, lead, lecturer, faculty, alumni, applicant, candidate, agent, support, superuser, super admin, superadmin, administrator, sysadmin, moderator, standard, basic, regular, primary, secondary, approver, reviewer, requester, executive, player, captain, chair, treasurer, secretary, president, committee, pupil, aide, clerk, nurse, doctor, driver, reporter, leader
      de: mitarbeiter, führungskraft, schüler, lehrer, benutzer, gast, leiter, teamleiter, azubi
      fr: utilisateur, élève, enseignant, salarié, invité, responsable
      es: usuario, alumno, profesor, empleado, invitado, gerente
      pt: usuário, aluno, professor, funcionário, gerente
      it: utente, studente, docente, dipendente
      nl: gebruiker, leerling, docent, medewerker
      pl: użytkownik, uczeń, nauczyciel, pracownik
      da: bruger, elev, lærer, medarbejder
      ru: пользователь, студент, сотрудник
      zh: 学生, 老师, 员工, 用户, 经理, 管理员
      ja: 学生, 社員, 一般, 管理者
      ko: 학생, 교사, 사원, 관리자

      # ---------------------------------------------------------------- domains

      # Mail that anybody can have.
      [domain.public]
      en: gmail.com, googlemail.com, outlook.com, hotmail.com, live.com, msn.com, yahoo.com, ymail.com, rocketmail.com, aol.com, icloud.com, me.com, mac.com, proton.me, protonmail.com, pm.me, gmx.com, gmx.net, mail.com, zoho.com, fastmail.com, tutanota.com, tuta.io, hey.com, hotmail.co.uk, yahoo.co.uk, outlook.co.uk, live.co.uk, btinternet.com, sky.com, comcast.net, verizon.net, att.net, sbcglobal.net, cox.net, yahoo.ca, rogers.com, bigpond.com, yahoo.com.au, yahoo.in, yahoo.co.in, rediffmail.com, duck.com, mailinator.com
      de: gmx.de, gmx.at, gmx.ch, web.de, t-online.de, freenet.de, arcor.de, hotmail.de, yahoo.de, outlook.de, live.de, posteo.de, mailbox.org, bluewin.ch, aon.at, 1und1.de
      fr: orange.fr, wanadoo.fr, free.fr, sfr.fr, laposte.net, hotmail.fr, yahoo.fr, outlook.fr, live.fr, neuf.fr, bbox.fr, numericable.fr
      es: hotmail.es, yahoo.es, outlook.es, telefonica.net, yahoo.com.mx, live.com.mx, yahoo.com.ar, hotmail.com.ar
      pt: sapo.pt, bol.com.br, uol.com.br, terra.com.br, ig.com.br, globo.com, yahoo.com.br, hotmail.com.br, outlook.com.br
      it: libero.it, virgilio.it, alice.it, tin.it, tiscali.it, hotmail.it, yahoo.it, outlook.it, live.it, fastwebnet.it, email.it
      nl: ziggo.nl, kpnmail.nl, xs4all.nl, planet.nl, hetnet.nl, hotmail.nl, live.nl, home.nl, telenet.be, skynet.be
      pl: wp.pl, o2.pl, onet.pl, interia.pl, gazeta.pl, op.pl, poczta.onet.pl, tlen.pl, vp.pl
      da: hotmail.dk, live.dk, mail.dk, jubii.dk, online.no, hotmail.no, live.no
      sv: hotmail.se, live.se, telia.com, spray.se
      fi: luukku.com, kolumbus.fi, elisanet.fi, hotmail.fi
      ru: mail.ru, yandex.ru, ya.ru, rambler.ru, bk.ru, list.ru, inbox.ru, yandex.com
      zh: qq.com, 163.com, 126.com, sina.com, sina.cn, sohu.com, yeah.net, foxmail.com, aliyun.com, 139.com, yahoo.com.tw, hotmail.com.tw, yahoo.com.hk
      ja: yahoo.co.jp, docomo.ne.jp, ezweb.ne.jp, softbank.ne.jp, nifty.com, ybb.ne.jp, excite.co.jp, hotmail.co.jp
      ko: naver.com, daum.net, hanmail.net, nate.com, kakao.com

      # Parts of headers about a status of another kind than where somebody stands.
      [status.else]
      en: marital, civil, family, visa, tax, payment, order, vaccin, immigration, veteran, disability, military, citizenship, invoice, ticket, project status, task, delivery, shipping, shipment, united states, us state, state/province, home state, billing state
      de: familienstand, kontostand, impf, steuer, bundesland
      fr: état civil, matrimonial, familial
      es: estado civil, civil, estado/provincia
      it: stato civile
      pt: estado civil
      ru: семейн
      zh: 婚姻
      ja: 婚姻, 配偶
      ko: 결혼, 혼인

      # ---------------------------------------------------------------- the last lines of a table

      # Words that count, alone or with a number.
      [closing.total]
      en: total, totals, subtotal, grandtotal, sum, count, rowcount, recordcount, headcount, records, rows
      de: gesamt, insgesamt, summe, gesamtsumme, zwischensumme, anzahl, gesamtanzahl, gesamtzahl, total, datensätze
      fr: total, totaux, somme, effectif, nombre, enregistrements
      es: total, totales, suma, recuento, registros
      pt: total, totais, soma, contagem, registos, registros
      it: totale, totali, somma, conteggio
      nl: totaal, eindtotaal, aantal, som
      pl: razem, suma, łącznie, ogółem, liczba, rekordów
      da: i alt, ialt, antal, sum, totalt, total
      sv: summa, totalt, antal
      fi: yhteensä, summa
      cs: celkem, součet, počet
      hu: összesen, összeg
      ro: total, sumă
      tr: toplam, geneltoplam
      ru: итого, всего, итог, сумма, количество, записей
      uk: разом, усього, всього
      el: σύνολο
      he: סהכ, סה"כ
      ar: المجموع, الإجمالي, إجمالي
      zh: 合计, 总计, 共计, 小计, 总数, 合計, 總計, 共計, 小計, 總數, 共
      ja: 合計, 総計, 小計, 計, 件数, 総件数, 総数
      ko: 합계, 총계, 소계, 총, 총합, 총원
      th: รวม, รวมทั้งหมด, ทั้งหมด
      vi: tổng, tổng cộng

      # Words that say that here is the end, or which page this is.
      [closing.end]
      en: end, eof, endoffile, endofreport, page, finis, finished, confidential
      de: ende, dateiende, berichtsende, listenende, seite, vertraulich
      fr: fin, page, confidentiel
      es: fin, final, página, confidencial
      pt: fim, final, página, confidencial
      it: fine, pagina, riservato
      nl: einde, pagina, vertrouwelijk
      pl: koniec, strona, poufne
      da: slut, slutt, side, fortroligt, fortrolig
      sv: slut, sida, konfidentiellt
      fi: loppu, sivu
      cs: konec, strana
      hu: vége, oldal
      tr: son, sonu, sayfa, gizli
      ru: конец, страница, стр, конфиденциально
      uk: кінець, сторінка
      el: τέλος, σελίδα
      zh: 结束, 完, 完毕, 结尾, 結束, 完畢, 页, 頁, 机密, 機密
      ja: 以上, 終わり, 終了, ページ, 頁, 社外秘
      ko: 끝, 이상, 종료, 페이지, 대외비

      # What is counted, beside a number.
      [closing.counted]
      en: record, row, entries, entry, items, item, lines, line, results, result, hits, matches, employees, employee, users, user, accounts, account, people, persons, person, members, member, contacts, contact, staff, workers, worker, associates, students, student
      de: datensatz, zeilen, zeile, einträge, eintrag, ergebnisse, ergebnis, treffer, mitarbeiter, mitarbeitende, mitarbeitenden, beschäftigte, benutzer, konten, personen, person, mitglieder, kontakte
      fr: ligne, lignes, entrées, entrée, résultats, résultat, employés, salariés, utilisateurs, utilisateur, personnes, personne, membres, collaborateurs, comptes, enregistrement
      es: registro, filas, fila, entradas, resultados, resultado, empleados, usuarios, personas, miembros, cuentas, trabajadores
      pt: registo, registro, linhas, linha, entradas, resultados, funcionários, colaboradores, usuários, utilizadores, pessoas, membros, contas
      it: righe, riga, voci, risultati, risultato, dipendenti, utenti, persone, membri, record, account
      nl: rijen, rij, regels, resultaten, medewerkers, werknemers, gebruikers, personen, leden, records
      pl: wiersze, wierszy, pozycje, pozycji, wyniki, wyników, pracownicy, pracowników, użytkownicy, użytkowników, osoby, osób
      da: poster, rækker, linjer, resultater, medarbejdere, ansatte, brugere, personer, medlemmer, rader, brukere
      sv: poster, rader, resultat, anställda, medarbetare, användare, personer, medlemmar
      fi: riviä, tulosta, henkilöä, käyttäjää, työntekijää
      tr: kayıt, satır, sonuç, çalışan, kullanıcı, kişi
      ru: запись, записи, строк, строки, строка, сотрудников, сотрудника, сотрудники, пользователей, пользователи, человек, позиций
      zh: 条, 条记录, 行, 项, 人, 名, 名员工, 记录, 员工, 用户, 條, 筆, 筆資料, 項, 位
      ja: 件, 名, 人, 行, 件です, レコード
      ko: 명, 건, 행, 개, 개의, 건의, 레코드

      # What else may stand among them.
      [closing.beside]
      en: of, the, in, this, that, is, are, was, were, for, by, and, to, at, on, as, all, found, selected, exported, listed, number, no, grand, overall, active, affected, retrieved, returned, displayed, shown, showing, processed, matching, report, file, list, data, export, table, document, sheet, printed, generated, here, s, ies
      de: der, die, das, des, von, vom, zu, im, in, und, gefunden, gefundene, ausgewählt, ausgewählte, exportiert, exportierte, angezeigt, aktive, aktiv, bericht, berichts, datei, liste, tabelle, export, auswertung
      fr: de, du, des, la, le, les, l, d, en, et, sur, trouvés, trouvées, trouvé, exportés, exportées, affichés, actifs, rapport, fichier, liste, tableau, général, générale
      es: de, del, la, el, los, las, en, y, encontrados, encontradas, exportados, mostrados, activos, informe, archivo, lista, general, listado
      pt: de, do, da, dos, das, o, a, em, e, encontrados, encontradas, exportados, exibidos, ativos, relatório, arquivo, ficheiro, lista, geral
      it: di, del, della, dei, il, la, lo, in, e, trovati, trovate, esportati, attivi, rapporto, file, elenco, generale, lista
      nl: van, het, de, in, en, gevonden, geëxporteerd, actieve, rapport, bestand, lijst
      pl: z, w, i, raportu, raport, pliku, plik, listy, lista, znaleziono, znalezionych, wyeksportowano, aktywnych
      da: af, i, og, alt, fundet, rapport, fil, liste, aktive, funnet, rapporten
      sv: av, i, och, hittades, rapport, fil, lista, aktiva, rapporten
      ru: из, в, и, отчета, отчёта, отчет, отчёт, файла, файл, списка, список, найдено, выгружено, активных
      tr: ve, bulundu, rapor, raporun, dosya, dosyanın, liste, listenin, aktif
      zh: 报告, 报表, 文件, 列表, 表格, 第, 共有, 報告, 報表, 檔案, 清單
      ja: 合計件数, 全, レポート, 帳票, リスト, 一覧, の, 中
      ko: 보고서, 목록, 파일, 의, 중

      # How a line begins that says who or what made the table.
      [closing.signature]
      en: printed by, printed on, printed at, generated by, generated on, generated at, exported by, exported on, exported at, exported from, export date, created by, created on, produced by, produced on, prepared by, prepared on, prepared for, report generated, report created, report run, report date, run by, run on, run date, as of, downloaded by, downloaded on, downloaded from, extracted on, extracted by, signed by, approved by, reviewed by, copyright, all rights reserved, this report, this document, this file, this list, date printed, print date, data as of
      de: gedruckt von, gedruckt am, erstellt von, erstellt am, erzeugt von, erzeugt am, exportiert von, exportiert am, ausgedruckt von, ausgedruckt am, stand vom, stand am, druckdatum, erstellungsdatum, exportdatum, auswertung vom, auswertung erstellt, bericht erstellt, unterschrift, gezeichnet, geprüft von, freigegeben von
      fr: imprimé par, imprimé le, édité par, édité le, généré par, généré le, exporté par, exporté le, créé par, créé le, établi par, établi le, extrait le, date d'édition, date d'impression, signé par, approuvé par, signature
      es: impreso por, impreso el, generado por, generado el, exportado por, exportado el, creado por, creado el, elaborado por, fecha de impresión, fecha de generación, firmado por, aprobado por
      pt: impresso por, impresso em, gerado por, gerado em, exportado por, exportado em, criado por, criado em, emitido por, emitido em, elaborado por, assinado por, aprovado por, assinatura
      it: stampato da, stampato il, generato da, generato il, esportato da, esportato il, creato da, creato il, redatto da, firmato da, approvato da
      nl: afgedrukt door, afgedrukt op, gegenereerd door, gegenereerd op, geëxporteerd door, geëxporteerd op, gemaakt door, gemaakt op, opgesteld door, ondertekend door, handtekening
      pl: wydrukowano, wydrukował, wygenerowano, wygenerował, wyeksportował, utworzono, utworzył, sporządził, sporządzono, zatwierdził, podpis, data wydruku
      da: udskrevet af, udskrevet den, genereret af, genereret den, eksporteret af, oprettet af, oprettet den, skrevet ut av, generert av, underskrift
      sv: utskriven av, utskriven den, genererad av, genererad den, exporterad av, skapad av, skapad den, underskrift
      fi: tulostettu, tulostanut, luotu, laatinut
      tr: yazdıran, oluşturan, oluşturma tarihi, hazırlayan, onaylayan, imza
      ru: распечатано, распечатал, сформировано, сформировал, отчет сформирован, отчёт сформирован, выгружено пользователем, создал, создано, составил, подготовил, утвердил, подпись, дата печати, дата выгрузки
      zh: 打印人, 打印时间, 打印日期, 导出人, 导出时间, 导出日期, 制表人, 制表时间, 制表日期, 生成时间, 生成日期, 审核人, 签字, 列印, 製表人, 製表日期, 匯出時間
      ja: 作成者, 作成日, 作成日時, 出力者, 出力日, 出力日時, 印刷者, 印刷日, 印刷日時, 承認者
      ko: 작성자, 작성일, 출력자, 출력일, 출력일시, 인쇄일, 생성일, 승인자

      # What stands in a cell for an address that somebody has not.
      [address.none]
      en: n/a, na, n.a., none, null, nil, nan, no email, no e-mail, no mail, no email address, no address, without, without email, not available, not applicable, not assigned, no mailbox, blank, empty, missing, unknown, tbd
      de: keine, keine e-mail, keine mail, keine adresse, k. a., ohne, nicht vorhanden, unbekannt, fehlt, entfällt
      fr: aucun, aucune, pas d'e-mail, pas de mail, sans, sans mail, sans adresse, néant, inconnu
      es: ninguno, ninguna, no tiene, sin correo, sin email, sin dirección, no aplica, desconocido
      pt: nenhum, nenhuma, não tem, sem e-mail, sem email, não possui, não aplicável, desconhecido
      it: nessuno, nessuna, senza, senza e-mail, non presente, non disponibile, sconosciuto
      nl: geen, geen e-mail, zonder, niet van toepassing, nvt, onbekend
      pl: brak, brak adresu, nie ma, nie dotyczy, nieznany
      da: ingen, ikke relevant, ukendt, ingen e-post, ukjent
      sv: ingen, saknas, okänd
      ru: нет, нет почты, отсутствует, не указан, неизвестно
      zh: 无, 没有, 暂无, 無, 沒有
      ja: なし, 無し, 未定
      ko: 없음, 미정
      """;
  }
}
