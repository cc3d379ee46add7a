import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'af',
  title: 'Verifieer jou identiteit',
  intro:
    'Volgens wet moet ons bevestig wie jy is voordat ons jou kaart kan uitreik. Dit help ook om jou teen identiteitsbedrog te beskerm.',
  documentsTitle: 'Hou een van hierdie dokumente gereed',
  passport: 'Paspoort',
  'driving-licence': 'Rybewys',
  'national-id': 'ID-kaart',
  'residence-permit': 'Verblyfpermit',
  documentsNote:
    'Maak seker dat dit nie verval het nie, maklik leesbaar is en dat al vier hoeke op die foto is.',
  selfie:
    'Jy sal ook ’n selfie neem of ’n kort video opneem. Jou blaaier sal toestemming vra voordat dit jou kamera gebruik.',
  proofOfAddress:
    'Ons kan later ook ’n bewys van adres van die afgelope 3 maande vra, soos ’n munisipale rekening, bankstaat, amptelike brief of huurkontrak.',
  tipsTitle: 'Wenke vir ’n goeie foto',
  tipLight: 'Kies ’n goed verligte plek sonder weerkaatsing.',
  tipClear: 'Moenie beweeg voordat die foto skerp is nie.',
  tipGlasses: 'Haal jou bril af vir die selfie.',
  duration: 'Ongeveer 2 minute',
  timing:
    'Outomatiese kontroles duur 5 tot 15 minute. ’n Handmatige beoordeling, indien nodig, duur gewoonlik 15 tot 60 minute, maar soms tot 24 uur.',
  privacy:
    'Jou foto’s en video gaan direk na Veriff, die maatskappy wat identiteite vir ons nagaan. Dit gaan nie deur hierdie webwerf nie.',
  start: 'Begin verifikasie',
  continue: 'Gaan voort met verifikasie',
  checking: 'Jou status word nagegaan…',
  starting: 'Veriff word oopgemaak…',
  close: 'Maak toe',
  silentTitle: 'Veriff reageer nie',
  silentText: 'Jou verbinding is dalk stadig, of iets op hierdie bladsy blokkeer dalk Veriff.',
  retry: 'Probeer weer',
  openElsewhere: 'Maak in ’n nuwe venster oop',
  openHere: 'Gaan voort in hierdie venster',
  redirectNote:
    'Wanneer Veriff in hierdie venster oopgaan, bring dit jou dalk nie terug nie. Kom terug na hierdie bladsy sodra jy klaar is.',
  elsewhereTitle: 'Gaan voort in die ander venster',
  elsewhereText: 'Hierdie bladsy sal opdateer wanneer jy daar klaar is.',
  showWindow: 'Maak die venster weer oop',
  imDone: 'Ek is klaar',
  usePhone: 'Gebruik eerder jou foon',
  useBrowser: 'Maak in jou blaaier oop',
  startAnyway: 'Gaan tog hier voort',
  noCamera: 'Ons kon nie ’n kamera vind wat op hierdie bladsy werk nie.',
  inAppBrowser: 'Hierdie toep se blaaier kan dalk jou kamera blokkeer.',
  phoneTitle: 'Gaan voort op jou foon',
  phoneText:
    'Skandeer die kode met jou foon se kamera. Hierdie bladsy sal opdateer wanneer jy daar klaar is.',
  browserTitle: 'Gaan voort in jou blaaier',
  browserText:
    'Maak die skakel in Safari, Chrome of ’n ander blaaier oop. Hierdie bladsy sal opdateer wanneer jy daar klaar is.',
  qrCode: 'QR-kode om op jou foon voort te gaan',
  copyLink: 'Kopieer skakel',
  linkCopied: 'Skakel gekopieer',
  shareLink: 'Deel skakel',
  newLink: 'Skep ’n nuwe skakel',
  linkExpires: 'Hierdie skakel is geldig tot:',
  continueHere: 'Gaan eerder hier voort',
  linkFailed: 'Ons kon nie ’n skakel skep nie. Probeer weer, of gaan hier voort.',
  leaveTitle: 'Wil jy die verifikasie verlaat?',
  leaveText: 'As jy nou weggaan, moet jy later dalk sommige stappe herhaal.',
  leave: 'Verlaat',
  stay: 'Gaan voort',
  reloadTitle: 'Wil jy hierdie bladsy herlaai?',
  reloadText:
    'Veriff moet hierdie bladsy herlaai voordat dit weer toegang tot jou kamera kan vra. Daarna kan jy voortgaan, maar enigiets wat jy nie op hierdie bladsy gestoor het nie, kan verlore gaan.',
  reload: 'Herlaai',
  notNow: 'Nie nou nie',
  decidingTitle: 'Ons gaan jou dokumente na',
  decidingText: 'Jy kan hier wag. Hierdie bladsy sal outomaties opdateer.',
  pendingTitle: 'Jou verifikasie word beoordeel',
  pendingText:
    'Jy hoef niks verder te doen nie. Die beoordeling gaan voort, selfs as jy hierdie bladsy toemaak. Wanneer jy terugkom, moet jy dalk aanmeld of jou registrasie weer begin.',
  overdueTitle: 'Dit duur langer as gewoonlik',
  overdueText:
    'Jou dokumente verskyn nog nie in ons rekords nie. Ons sal aanhou kyk. As jy nog nie klaar is nie, gaan voort met jou verifikasie.',
  unsureTitle: 'Het jy jou identiteit klaar geverifieer?',
  unsureText:
    'Indien wel, word jou dokumente beoordeel en hoef jy niks verder te doen nie. Indien nie, gaan voort waar jy opgehou het.',
  stageSubmitted: 'Dokumente gestuur',
  stageAutomatic: 'Outomatiese kontroles',
  stageManual: 'Handmatige beoordeling, indien nodig',
  stageResult: 'Uitslag',
  stageNote: '’n Handmatige beoordeling kan soms tot 24 uur duur.',
  done: 'klaar',
  check: 'Kyk wat die status is',
  verifiedTitle: 'Jou identiteit is geverifieer',
  verifiedText: 'Dankie. Jou identiteit is bevestig, en jy kan voortgaan.',
  rejectedTitle: 'Ons kon nie jou identiteit verifieer nie',
  rejectedText: 'Die presiese rede word nie vir ons gegee nie, maar dit is dikwels een van die volgende:',
  reasonDocument:
    'Jou dokument het verval, was onduidelik of nie heeltemal op die foto nie, of word nie vir jou land aanvaar nie.',
  reasonIdentity:
    'Jou selfie of besonderhede het nie met jou dokument ooreengestem nie, of jy is jonger as 18.',
  reasonChecks: '’n Sekuriteitskontrole was onsuksesvol.',
  rejectedLater:
    'As jy 18 of ouer is, kan jy met jou registrasie voortgaan en jou identiteit later weer verifieer.',
  rejectedRetry: 'As jy 18 of ouer is, gaan jou dokument en die beligting na en probeer dan weer.',
  required: 'Verifieer jou identiteit om voort te gaan.',
  unreachable: 'Ons kan tans nie koppel nie. Ons sal aanhou probeer.',
  startNote: 'Ons kon nie jou status nagaan nie, maar jy kan steeds voortgaan.',
  failedTitle: 'Iets het verkeerd geloop',
  reference: 'Verwysing:',
  support: 'Kontak ondersteuning',
  'error-onboarding-invalid':
    'Hierdie registrasie het verval of is reeds voltooi. As jy reeds ’n rekening het, meld aan. Indien nie, begin asseblief weer.',
  'error-onboarding-not-found': 'Ons kon nie jou registrasie vind nie. Begin asseblief weer.',
  'error-not-authenticated': 'Jy is afgemeld. Meld asseblief weer aan.',
  'error-not-allowed':
    'Jy het nie toegang tot hierdie verifikasie nie. Meld asseblief weer aan, of kontak ondersteuning.',
  'error-client-key-invalid': 'Verifikasie is tans nie beskikbaar nie. Kontak asseblief ondersteuning.',
  'error-rate-limited': 'Daar was te veel pogings. Wag asseblief ’n minuut en probeer dan weer.',
  'error-provider-unavailable':
    'Verifikasie is tans nie beskikbaar nie. Probeer asseblief weer oor ’n paar minute.',
  'error-network': 'Ons kan nie koppel nie. Gaan jou internetverbinding na en probeer dan weer.',
  'error-timeout': 'Dit duur te lank. Probeer asseblief weer.',
  'error-bad-response': 'Daar is ’n probleem aan ons kant. Probeer asseblief weer oor ’n paar minute.',
  'error-untrusted-session-url':
    'Vir jou veiligheid het ons hierdie verifikasie gestop. Kontak asseblief ondersteuning.',
  'error-popup-blocked':
    'Jou blaaier het die nuwe venster geblokkeer. Laat opspringvensters vir hierdie webwerf toe en probeer weer, of gaan voort in hierdie venster.',
  'error-veriff-unreachable': 'Veriff reageer nie. Probeer asseblief weer.',
  'error-insecure-context':
    'Hierdie bladsy is nie veilig nie, daarom kan jou kamera nie gebruik word nie. Kontak asseblief ondersteuning.',
  'error-camera-blocked-by-page':
    'Jou kamera kan nie op hierdie bladsy gebruik word nie, en jou blaaier het die nuwe venster geblokkeer. Laat opspringvensters vir hierdie webwerf toe en probeer weer, of gaan voort in hierdie venster.',
  'error-misconfigured': 'Verifikasie is tans nie beskikbaar nie. Kontak asseblief ondersteuning.',
});
