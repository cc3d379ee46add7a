import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'nl',
  title: 'Bevestig uw identiteit',
  intro:
    'We zijn wettelijk verplicht om vast te stellen wie u bent voordat we uw kaart kunnen uitgeven. Dat helpt ook om u te beschermen tegen identiteitsfraude.',
  documentsTitle: 'Houd een van deze documenten klaar',
  passport: 'Paspoort',
  'driving-licence': 'Rijbewijs',
  'national-id': 'Identiteitskaart',
  'residence-permit': 'Verblijfsvergunning',
  documentsNote: 'Zorg dat het document niet verlopen en goed leesbaar is, met alle vier de hoeken in beeld.',
  selfie:
    'U maakt ook een selfie of een korte video. Uw browser vraagt eerst toestemming om uw camera te gebruiken.',
  proofOfAddress:
    'Later vragen we misschien ook om een adresbewijs van maximaal 3 maanden oud, zoals een energierekening, bankafschrift, brief van de overheid of huurcontract.',
  tipsTitle: 'Zo maakt u een goede foto',
  tipLight: 'Zoek een goed verlichte plek zonder weerspiegeling.',
  tipClear: 'Beweeg niet tot de foto scherp is.',
  tipGlasses: 'Zet uw bril af voor de selfie.',
  duration: 'Ongeveer 2 minuten',
  timing:
    'De automatische controles duren 5 tot 15 minuten. Is een handmatige beoordeling nodig, dan duurt die meestal 15 tot 60 minuten, en een enkele keer tot 24 uur.',
  privacy:
    'Uw foto’s en video gaan rechtstreeks naar Veriff, het bedrijf dat voor ons identiteiten controleert. Ze gaan niet via deze website.',
  start: 'Verificatie starten',
  continue: 'Verificatie voortzetten',
  checking: 'Uw status wordt opgevraagd…',
  starting: 'Veriff wordt geopend…',
  close: 'Sluiten',
  silentTitle: 'Veriff reageert niet',
  silentText: 'Misschien is uw verbinding traag of blokkeert iets op deze pagina Veriff.',
  retry: 'Opnieuw proberen',
  openElsewhere: 'Openen in een nieuw venster',
  openHere: 'Verder in dit venster',
  redirectNote:
    'Als Veriff in dit venster wordt geopend, komt u daarna misschien niet vanzelf terug. Ga terug naar deze pagina zodra u klaar bent.',
  elsewhereTitle: 'Ga verder in het andere venster',
  elsewhereText: 'Deze pagina wordt bijgewerkt zodra u daar klaar bent.',
  showWindow: 'Venster opnieuw openen',
  imDone: 'Ik ben klaar',
  usePhone: 'Liever uw telefoon gebruiken',
  useBrowser: 'Openen in uw browser',
  startAnyway: 'Toch hier verdergaan',
  noCamera: 'We konden geen camera vinden die op deze pagina werkt.',
  inAppBrowser: 'De browser in deze app blokkeert mogelijk uw camera.',
  phoneTitle: 'Ga verder op uw telefoon',
  phoneText:
    'Scan de code met de camera van uw telefoon. Deze pagina wordt bijgewerkt zodra u daar klaar bent.',
  browserTitle: 'Ga verder in uw browser',
  browserText:
    'Open de link in Safari, Chrome of een andere browser. Deze pagina wordt bijgewerkt zodra u daar klaar bent.',
  qrCode: 'QR-code om op uw telefoon verder te gaan',
  copyLink: 'Link kopiëren',
  linkCopied: 'Link gekopieerd',
  shareLink: 'Link delen',
  newLink: 'Nieuwe link maken',
  linkExpires: 'Deze link is geldig tot:',
  continueHere: 'Liever hier verdergaan',
  linkFailed: 'We konden geen link maken. Probeer het opnieuw of ga hier verder.',
  leaveTitle: 'Verificatie verlaten?',
  leaveText: 'Als u nu weggaat, moet u later misschien een paar stappen overdoen.',
  leave: 'Verlaten',
  stay: 'Hier blijven',
  reloadTitle: 'Deze pagina opnieuw laden?',
  reloadText:
    'Veriff moet deze pagina opnieuw laden om nog eens toegang tot uw camera te kunnen vragen. Daarna kunt u verder, maar wat u op deze pagina nog niet hebt opgeslagen, gaat mogelijk verloren.',
  reload: 'Opnieuw laden',
  notNow: 'Niet nu',
  decidingTitle: 'We controleren uw documenten',
  decidingText: 'U kunt hier wachten. Deze pagina wordt automatisch bijgewerkt.',
  pendingTitle: 'Uw verificatie wordt beoordeeld',
  pendingText:
    'U hoeft verder niets te doen. De beoordeling gaat door, ook als u deze pagina sluit. Als u terugkomt, moet u misschien inloggen of uw registratie opnieuw beginnen.',
  overdueTitle: 'Dit duurt langer dan normaal',
  overdueText:
    'Uw documenten staan nog niet in ons systeem. We blijven kijken. Bent u nog niet klaar, zet dan de verificatie voort.',
  unsureTitle: 'Hebt u de verificatie afgerond?',
  unsureText:
    'Zo ja, dan worden uw documenten beoordeeld en hoeft u verder niets te doen. Zo niet, ga dan verder waar u was gebleven.',
  stageSubmitted: 'Documenten verzonden',
  stageAutomatic: 'Automatische controles',
  stageManual: 'Handmatige beoordeling, indien nodig',
  stageResult: 'Resultaat',
  stageNote: 'Een enkele keer kan een handmatige beoordeling tot 24 uur duren.',
  done: 'klaar',
  check: 'Status opvragen',
  verifiedTitle: 'Uw verificatie is gelukt',
  verifiedText: 'Bedankt. Uw identiteit is bevestigd en u kunt verdergaan.',
  rejectedTitle: 'We konden uw identiteit niet bevestigen',
  rejectedText: 'De precieze reden krijgen we niet te horen, maar vaak is het een van deze:',
  reasonDocument:
    'Uw document was verlopen, onscherp of niet helemaal in beeld, of wordt voor uw land niet geaccepteerd.',
  reasonIdentity: 'Uw selfie of gegevens kwamen niet overeen met uw document, of u bent jonger dan 18.',
  reasonChecks: 'Een veiligheidscontrole is niet geslaagd.',
  rejectedLater:
    'Als u 18 jaar of ouder bent, kunt u verdergaan met uw registratie en de verificatie later opnieuw doen.',
  rejectedRetry:
    'Als u 18 jaar of ouder bent, controleer dan uw document en het licht en probeer het opnieuw.',
  required: 'Bevestig uw identiteit om verder te gaan.',
  unreachable: 'We kunnen nu geen verbinding maken. We blijven het proberen.',
  startNote: 'We konden uw status nu niet opvragen, maar u kunt gewoon doorgaan.',
  failedTitle: 'Er ging iets mis',
  reference: 'Referentie:',
  support: 'Contact met de klantenservice',
  'error-onboarding-invalid':
    'Deze registratie is verlopen of al afgerond. Hebt u al een account, log dan in. Zo niet, begin dan opnieuw.',
  'error-onboarding-not-found': 'We konden uw registratie niet vinden. Begin opnieuw.',
  'error-not-authenticated': 'U bent uitgelogd. Log opnieuw in.',
  'error-not-allowed':
    'U hebt geen toegang tot deze verificatie. Log opnieuw in of neem contact op met de klantenservice.',
  'error-client-key-invalid': 'Verificatie is nu niet beschikbaar. Neem contact op met de klantenservice.',
  'error-rate-limited': 'Er zijn te veel pogingen gedaan. Wacht een minuut en probeer het dan opnieuw.',
  'error-provider-unavailable':
    'Verificatie is nu niet beschikbaar. Probeer het over een paar minuten opnieuw.',
  'error-network':
    'We kunnen geen verbinding maken. Controleer uw internetverbinding en probeer het opnieuw.',
  'error-timeout': 'Dit duurt te lang. Probeer het opnieuw.',
  'error-bad-response': 'Er is een probleem aan onze kant. Probeer het over een paar minuten opnieuw.',
  'error-untrusted-session-url':
    'Voor uw veiligheid hebben we deze verificatie stopgezet. Neem contact op met de klantenservice.',
  'error-popup-blocked':
    'Uw browser heeft het nieuwe venster geblokkeerd. Sta pop-ups toe voor deze site en probeer het opnieuw, of ga verder in dit venster.',
  'error-veriff-unreachable': 'Veriff reageert niet. Probeer het opnieuw.',
  'error-insecure-context':
    'Deze pagina is niet beveiligd, dus uw camera kan niet worden gebruikt. Neem contact op met de klantenservice.',
  'error-camera-blocked-by-page':
    'Uw camera kan op deze pagina niet worden gebruikt en uw browser heeft het nieuwe venster geblokkeerd. Sta pop-ups toe voor deze site en probeer het opnieuw, of ga verder in dit venster.',
  'error-misconfigured': 'Verificatie is nu niet beschikbaar. Neem contact op met de klantenservice.',
});
