import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'de',
  title: 'Bestätigen Sie Ihre Identität',
  intro:
    'Wir sind gesetzlich verpflichtet, Ihre Identität zu überprüfen, bevor wir Ihre Karte ausstellen können. Das trägt auch dazu bei, Sie vor Identitätsdiebstahl zu schützen.',
  documentsTitle: 'Halten Sie eines dieser Dokumente bereit',
  passport: 'Reisepass',
  'driving-licence': 'Führerschein',
  'national-id': 'Personalausweis',
  'residence-permit': 'Aufenthaltstitel',
  documentsNote:
    'Achten Sie darauf, dass es nicht abgelaufen und gut lesbar ist und dass alle vier Ecken im Bild sind.',
  selfie:
    'Sie nehmen außerdem ein Selfie oder ein kurzes Video auf. Ihr Browser fragt Sie um Erlaubnis, bevor er die Kamera nutzt.',
  proofOfAddress:
    'Später benötigen wir vielleicht noch einen Adressnachweis aus den letzten 3 Monaten, zum Beispiel eine Strom- oder Gasrechnung, einen Kontoauszug, ein Behördenschreiben oder einen Mietvertrag.',
  tipsTitle: 'So gelingt das Foto',
  tipLight: 'Suchen Sie einen gut beleuchteten Ort ohne Spiegelungen.',
  tipClear: 'Halten Sie still, bis das Foto scharf ist.',
  tipGlasses: 'Nehmen Sie für das Selfie die Brille ab.',
  duration: 'Etwa 2 Minuten',
  timing:
    'Die automatische Prüfung dauert 5 bis 15 Minuten. Ist eine manuelle Prüfung nötig, dauert sie meist 15 bis 60 Minuten, in seltenen Fällen bis zu 24 Stunden.',
  privacy:
    'Ihre Fotos und Ihr Video gehen direkt an Veriff, das Unternehmen, das für uns Identitäten prüft. Sie laufen nicht über diese Website.',
  start: 'Identifizierung starten',
  continue: 'Identifizierung fortsetzen',
  checking: 'Ihr Status wird abgefragt …',
  starting: 'Veriff wird geöffnet …',
  close: 'Schließen',
  silentTitle: 'Veriff antwortet nicht',
  silentText: 'Vielleicht ist Ihre Verbindung langsam oder etwas auf dieser Seite blockiert Veriff.',
  retry: 'Erneut versuchen',
  openElsewhere: 'In neuem Fenster öffnen',
  openHere: 'In diesem Fenster fortfahren',
  redirectNote:
    'Wenn sich Veriff in diesem Fenster öffnet, werden Sie danach vielleicht nicht hierher zurückgeleitet. Rufen Sie diese Seite wieder auf, sobald Sie fertig sind.',
  elsewhereTitle: 'Machen Sie im anderen Fenster weiter',
  elsewhereText: 'Diese Seite aktualisiert sich, sobald Sie dort fertig sind.',
  showWindow: 'Fenster erneut öffnen',
  imDone: 'Ich bin fertig',
  usePhone: 'Stattdessen Smartphone nutzen',
  useBrowser: 'In Ihrem Browser öffnen',
  startAnyway: 'Trotzdem hier fortfahren',
  noCamera: 'Wir konnten keine Kamera finden, die auf dieser Seite funktioniert.',
  inAppBrowser: 'Der Browser in dieser App blockiert möglicherweise Ihre Kamera.',
  phoneTitle: 'Machen Sie auf dem Smartphone weiter',
  phoneText:
    'Scannen Sie den Code mit der Kamera Ihres Smartphones. Diese Seite aktualisiert sich, sobald Sie dort fertig sind.',
  browserTitle: 'Machen Sie in Ihrem Browser weiter',
  browserText:
    'Öffnen Sie den Link in Safari, Chrome oder einem anderen Browser. Diese Seite aktualisiert sich, sobald Sie dort fertig sind.',
  qrCode: 'QR-Code, um auf dem Smartphone weiterzumachen',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert',
  shareLink: 'Link teilen',
  newLink: 'Neuen Link erstellen',
  linkExpires: 'Dieser Link gilt bis:',
  continueHere: 'Lieber hier weitermachen',
  linkFailed: 'Wir konnten keinen Link erstellen. Versuchen Sie es erneut oder machen Sie hier weiter.',
  leaveTitle: 'Identifizierung verlassen?',
  leaveText:
    'Wenn Sie die Identifizierung jetzt verlassen, müssen Sie einige Schritte später vielleicht wiederholen.',
  leave: 'Verlassen',
  stay: 'Weitermachen',
  reloadTitle: 'Diese Seite neu laden?',
  reloadText:
    'Veriff muss diese Seite neu laden, um Sie noch einmal nach der Kamera fragen zu können. Danach können Sie weitermachen. Was Sie auf dieser Seite noch nicht gespeichert haben, kann dabei aber verloren gehen.',
  reload: 'Neu laden',
  notNow: 'Nicht jetzt',
  decidingTitle: 'Wir prüfen Ihre Dokumente',
  decidingText: 'Sie können hier warten. Diese Seite aktualisiert sich automatisch.',
  pendingTitle: 'Ihre Identifizierung wird geprüft',
  pendingText:
    'Sie müssen nichts weiter tun. Die Prüfung läuft auch dann weiter, wenn Sie diese Seite schließen. Wenn Sie zurückkommen, müssen Sie sich vielleicht anmelden oder die Registrierung von vorn beginnen.',
  overdueTitle: 'Das dauert länger als üblich',
  overdueText:
    'Ihre Dokumente erscheinen noch nicht in unserem System. Wir schauen regelmäßig nach. Falls Sie noch nicht fertig sind, setzen Sie die Identifizierung fort.',
  unsureTitle: 'Haben Sie die Identifizierung abgeschlossen?',
  unsureText:
    'Wenn ja, werden Ihre Dokumente geprüft und Sie müssen nichts weiter tun. Wenn nicht, machen Sie dort weiter, wo Sie aufgehört haben.',
  stageSubmitted: 'Dokumente gesendet',
  stageAutomatic: 'Automatische Prüfung',
  stageManual: 'Manuelle Prüfung, falls nötig',
  stageResult: 'Ergebnis',
  stageNote: 'In seltenen Fällen kann eine manuelle Prüfung bis zu 24 Stunden dauern.',
  done: 'erledigt',
  check: 'Status abfragen',
  verifiedTitle: 'Identifizierung erfolgreich',
  verifiedText: 'Vielen Dank. Ihre Identität ist bestätigt und Sie können weitermachen.',
  rejectedTitle: 'Wir konnten Ihre Identität nicht bestätigen',
  rejectedText: 'Den genauen Grund erfahren wir nicht, oft ist es aber einer der folgenden:',
  reasonDocument:
    'Ihr Dokument war abgelaufen, unscharf oder nicht vollständig im Bild oder wird für Ihr Land nicht akzeptiert.',
  reasonIdentity: 'Ihr Selfie oder Ihre Angaben passten nicht zu Ihrem Dokument oder Sie sind unter 18.',
  reasonChecks: 'Eine Sicherheitsprüfung war nicht erfolgreich.',
  rejectedLater:
    'Wenn Sie mindestens 18 sind, können Sie mit der Registrierung weitermachen und Ihre Identität später erneut bestätigen.',
  rejectedRetry:
    'Wenn Sie mindestens 18 sind, prüfen Sie Ihr Dokument und das Licht und versuchen Sie es dann erneut.',
  required: 'Bestätigen Sie Ihre Identität, um fortzufahren.',
  unreachable: 'Wir bekommen gerade keine Verbindung. Wir versuchen es weiter.',
  startNote: 'Wir konnten Ihren Status gerade nicht abfragen. Sie können trotzdem fortfahren.',
  failedTitle: 'Etwas ist schiefgelaufen',
  reference: 'Referenz:',
  support: 'Kundenservice kontaktieren',
  'error-onboarding-invalid':
    'Diese Registrierung ist abgelaufen oder bereits abgeschlossen. Wenn Sie schon ein Konto haben, melden Sie sich an. Wenn nicht, beginnen Sie bitte von vorn.',
  'error-onboarding-not-found': 'Wir konnten Ihre Registrierung nicht finden. Bitte beginnen Sie von vorn.',
  'error-not-authenticated': 'Sie wurden abgemeldet. Bitte melden Sie sich erneut an.',
  'error-not-allowed':
    'Sie haben keinen Zugriff auf diese Identifizierung. Bitte melden Sie sich erneut an oder wenden Sie sich an den Kundenservice.',
  'error-client-key-invalid':
    'Die Identifizierung ist derzeit nicht verfügbar. Bitte wenden Sie sich an den Kundenservice.',
  'error-rate-limited':
    'Es gab zu viele Versuche. Bitte warten Sie eine Minute und versuchen Sie es dann erneut.',
  'error-provider-unavailable':
    'Die Identifizierung ist derzeit nicht verfügbar. Bitte versuchen Sie es in einigen Minuten erneut.',
  'error-network':
    'Wir bekommen keine Verbindung. Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut.',
  'error-timeout': 'Das dauert zu lange. Bitte versuchen Sie es erneut.',
  'error-bad-response':
    'Bei uns ist ein Problem aufgetreten. Bitte versuchen Sie es in einigen Minuten erneut.',
  'error-untrusted-session-url':
    'Zu Ihrer Sicherheit haben wir diese Identifizierung gestoppt. Bitte wenden Sie sich an den Kundenservice.',
  'error-popup-blocked':
    'Ihr Browser hat das neue Fenster blockiert. Erlauben Sie Pop-ups für diese Website und versuchen Sie es erneut oder fahren Sie in diesem Fenster fort.',
  'error-veriff-unreachable': 'Veriff antwortet nicht. Bitte versuchen Sie es erneut.',
  'error-insecure-context':
    'Diese Seite ist nicht sicher, deshalb kann Ihre Kamera nicht genutzt werden. Bitte wenden Sie sich an den Kundenservice.',
  'error-camera-blocked-by-page':
    'Ihre Kamera kann auf dieser Seite nicht genutzt werden und Ihr Browser hat das neue Fenster blockiert. Erlauben Sie Pop-ups für diese Website und versuchen Sie es erneut oder fahren Sie in diesem Fenster fort.',
  'error-misconfigured':
    'Die Identifizierung ist derzeit nicht verfügbar. Bitte wenden Sie sich an den Kundenservice.',
});
