import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'de',
  title: 'Bestätigen Sie Ihre Identität',
  intro:
    'Wir sind gesetzlich verpflichtet, Ihre Identität zu prüfen, bevor Sie Ihre Karte erhalten. Das schützt auch davor, dass andere Ihren Namen missbrauchen.',
  documentsTitle: 'Halten Sie eines dieser Dokumente bereit',
  passport: 'Reisepass',
  'driving-licence': 'Führerschein',
  'national-id': 'Personalausweis',
  'residence-permit': 'Aufenthaltstitel',
  documentsNote: 'Es muss gültig und gut lesbar sein, mit allen Ecken im Bild.',
  selfie:
    'Sie nehmen außerdem ein Selfie oder ein kurzes Video auf. Ihr Browser fragt, bevor er die Kamera nutzt.',
  proofOfAddress:
    'Später fragen wir Sie vielleicht nach einem Adressnachweis: Strom- oder Gasrechnung, Kontoauszug, Behördenschreiben oder Mietvertrag aus den letzten 3 Monaten.',
  tipsTitle: 'So gelingt das Foto',
  tipLight: 'Sorgen Sie für gutes Licht ohne Spiegelungen.',
  tipClear: 'Halten Sie still, bis das Bild scharf ist.',
  tipGlasses: 'Nehmen Sie für das Selfie die Brille ab.',
  duration: 'Etwa 2 Minuten',
  timing:
    'Die automatische Prüfung dauert 5 bis 15 Minuten. Ist eine manuelle Prüfung nötig, dauert sie meist 15 bis 60 Minuten, in seltenen Fällen bis zu 24 Stunden.',
  privacy:
    'Ihre Aufnahmen gehen direkt an Veriff. Veriff prüft für uns Identitäten. Diese Website bekommt die Bilder nicht.',
  start: 'Prüfung starten',
  continue: 'Prüfung fortsetzen',
  checking: 'Ihr Status wird abgefragt …',
  starting: 'Veriff wird geöffnet …',
  close: 'Schließen',
  silentTitle: 'Veriff antwortet nicht',
  silentText: 'Vielleicht ist Ihre Verbindung langsam oder etwas auf dieser Seite blockiert Veriff.',
  retry: 'Erneut versuchen',
  openElsewhere: 'In neuem Fenster öffnen',
  openHere: 'In diesem Fenster fortfahren',
  elsewhereTitle: 'Machen Sie im anderen Fenster weiter',
  elsewhereText: 'Sobald Sie dort fertig sind, geht es hier von selbst weiter.',
  showWindow: 'Fenster erneut öffnen',
  imDone: 'Ich bin fertig',
  usePhone: 'Stattdessen Smartphone nutzen',
  useBrowser: 'In Ihrem Browser öffnen',
  startAnyway: 'Trotzdem hier fortfahren',
  noCamera: 'Auf dieser Seite finden wir keine Kamera, die funktioniert.',
  inAppBrowser: 'Der Browser in dieser App blockiert möglicherweise Ihre Kamera.',
  phoneTitle: 'Machen Sie auf dem Smartphone weiter',
  phoneText:
    'Scannen Sie den Code mit der Kamera Ihres Smartphones. Sobald Sie dort fertig sind, geht es hier von selbst weiter.',
  browserTitle: 'Machen Sie in Ihrem Browser weiter',
  browserText:
    'Öffnen Sie den Link in Safari, Chrome oder einem anderen Browser. Sobald Sie dort fertig sind, geht es hier von selbst weiter.',
  qrCode: 'QR-Code, der diese Prüfung auf Ihrem Smartphone öffnet',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert',
  shareLink: 'Link teilen',
  newLink: 'Neuen Link erstellen',
  linkExpires: 'Der Link gilt bis:',
  continueHere: 'Ich möchte lieber hier weitermachen',
  linkFailed: 'Wir konnten keinen Link erstellen. Versuchen Sie es erneut oder machen Sie hier weiter.',
  leaveTitle: 'Prüfung verlassen?',
  leaveText: 'Sie können später weitermachen, müssen aber vielleicht einige Schritte wiederholen.',
  leave: 'Verlassen',
  stay: 'Bleiben',
  reloadTitle: 'Seite neu laden?',
  reloadText: 'Veriff braucht das, um erneut nach der Kamera zu fragen. Danach geht es hier weiter.',
  reload: 'Neu laden',
  notNow: 'Nicht jetzt',
  decidingTitle: 'Wir prüfen Ihre Dokumente',
  decidingText: 'Das kann einen Moment dauern. Sie können hier warten.',
  pendingTitle: 'Ihre Identität wird geprüft',
  pendingText: 'Sie müssen nichts mehr tun. Sie können diese Seite schließen und später wiederkommen.',
  overdueTitle: 'Das dauert länger als üblich',
  overdueText:
    'Ihre Dokumente sind eingereicht, werden bei uns aber noch nicht angezeigt. Sie können diese Seite schließen und später wiederkommen.',
  unsureTitle: 'Haben Sie die Prüfung abgeschlossen?',
  unsureText:
    'Wenn ja, läuft die Prüfung und Sie können später wiederkommen. Wenn nicht, machen Sie dort weiter, wo Sie aufgehört haben.',
  stageSubmitted: 'Dokumente erhalten',
  stageAutomatic: 'Automatische Prüfung',
  stageManual: 'Prüfung durch einen Menschen, falls nötig',
  stageResult: 'Ergebnis',
  stageNote: 'In seltenen Fällen dauert die Prüfung bis zu 24 Stunden.',
  done: 'erledigt',
  check: 'Status abfragen',
  verifiedTitle: 'Ihre Identität ist bestätigt',
  verifiedText: 'Vielen Dank. Die Prüfung ist abgeschlossen, Sie können weitermachen.',
  rejectedTitle: 'Wir konnten Ihre Identität nicht bestätigen',
  rejectedText: 'Den genauen Grund erfahren wir nicht. Oft liegt es an einem dieser Punkte:',
  reasonDocument:
    'Das Dokument war abgelaufen, unscharf oder abgeschnitten oder wird für Ihr Land nicht akzeptiert.',
  reasonIdentity: 'Das Selfie oder Ihre Angaben passten nicht zum Dokument oder Sie sind unter 18.',
  reasonChecks: 'Eine Sicherheitsprüfung wurde nicht bestanden.',
  rejectedLater:
    'Wenn Sie mindestens 18 sind, können Sie mit der Registrierung weitermachen und Ihre Identität später erneut bestätigen.',
  rejectedRetry:
    'Wenn Sie mindestens 18 sind, prüfen Sie Ihr Dokument und das Licht und versuchen Sie es dann erneut.',
  required: 'Bitte bestätigen Sie Ihre Identität, bevor Sie weitermachen.',
  unreachable: 'Der Dienst ist gerade nicht erreichbar. Wir versuchen es weiter.',
  startNote: 'Wir konnten Ihren Status gerade nicht abfragen. Sie können trotzdem starten.',
  failedTitle: 'Etwas ist schiefgegangen',
  reference: 'Referenz:',
  support: 'Kundenservice kontaktieren',
  'error-onboarding-invalid':
    'Diese Registrierung ist abgelaufen oder bereits abgeschlossen. Bitte beginnen Sie von vorn.',
  'error-onboarding-not-found': 'Wir finden diese Registrierung nicht. Bitte beginnen Sie von vorn.',
  'error-not-authenticated': 'Sie sind abgemeldet. Bitte melden Sie sich wieder an.',
  'error-not-allowed':
    'Sie haben keinen Zugriff auf diese Prüfung. Bitte melden Sie sich erneut an oder wenden Sie sich an den Kundenservice.',
  'error-client-key-invalid':
    'Die Prüfung ist derzeit nicht verfügbar. Bitte wenden Sie sich an den Kundenservice.',
  'error-rate-limited':
    'Gerade versuchen es zu viele Personen gleichzeitig. Bitte warten Sie eine Minute und versuchen Sie es dann erneut.',
  'error-provider-unavailable':
    'Die Prüfung ist derzeit nicht verfügbar. Bitte versuchen Sie es in einigen Minuten erneut.',
  'error-network':
    'Der Dienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut.',
  'error-timeout': 'Der Dienst braucht zu lange. Bitte versuchen Sie es erneut.',
  'error-bad-response':
    'Mit dem Dienst stimmt etwas nicht. Bitte versuchen Sie es in einigen Minuten erneut.',
  'error-untrusted-session-url':
    'Zu Ihrer Sicherheit haben wir diese Prüfung nicht geöffnet. Bitte wenden Sie sich an den Kundenservice.',
  'error-popup-blocked':
    'Ihr Browser hat das neue Fenster blockiert. Erlauben Sie es und versuchen Sie es dann erneut.',
  'error-veriff-unreachable': 'Veriff antwortet nicht. Bitte versuchen Sie es erneut.',
  'error-insecure-context':
    'Diese Seite ist nicht sicher, deshalb ist die Kamera gesperrt. Bitte wenden Sie sich an den Kundenservice.',
  'error-camera-blocked-by-page':
    'Diese Seite erlaubt die Kamera nicht. Bitte wenden Sie sich an den Kundenservice.',
  'error-misconfigured':
    'Die Prüfung ist derzeit nicht verfügbar. Bitte wenden Sie sich an den Kundenservice.',
});
