import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'lv',
  title: 'Apstipriniet savu identitāti',
  intro:
    'Likums prasa pārliecināties par jūsu identitāti, pirms varam izsniegt karti. Tas arī palīdz pasargāt jūs no identitātes zādzības.',
  documentsTitle: 'Sagatavojiet vienu no šiem dokumentiem',
  passport: 'Pase',
  'driving-licence': 'Vadītāja apliecība',
  'national-id': 'Personas apliecība (eID)',
  'residence-permit': 'Uzturēšanās atļauja',
  documentsNote:
    'Pārliecinieties, ka dokumentam nav beidzies derīguma termiņš, tas ir viegli salasāms un attēlā redzami visi četri stūri.',
  selfie: 'Jums būs jāuzņem arī pašbilde vai īss video. Pirms kameras izmantošanas pārlūks lūgs atļauju.',
  proofOfAddress:
    'Vēlāk varam lūgt arī adreses apliecinājumu, kas nav vecāks par 3 mēnešiem, piemēram, komunālo maksājumu rēķinu, konta izrakstu, iestādes vēstuli vai īres līgumu.',
  tipsTitle: 'Lai attēls izdotos',
  tipLight: 'Atrodiet labi apgaismotu vietu bez atspīdumiem.',
  tipClear: 'Nekustieties, līdz attēls ir ass.',
  tipGlasses: 'Pašbildei noņemiet brilles.',
  duration: 'Aptuveni 2 minūtes',
  timing:
    'Automātiskās pārbaudes ilgst 5–15 minūtes. Ja vajadzīga manuāla pārbaude, tā parasti ilgst 15–60 minūtes, retos gadījumos – līdz 24 stundām.',
  privacy:
    'Jūsu fotoattēli un video nonāk tieši pie Veriff – uzņēmuma, kas mūsu vārdā pārbauda identitāti. Caur šo vietni tie netiek sūtīti.',
  start: 'Sākt identitātes apstiprināšanu',
  continue: 'Turpināt identitātes apstiprināšanu',
  checking: 'Pārbaudām jūsu statusu…',
  starting: 'Atveram Veriff…',
  close: 'Aizvērt',
  silentTitle: 'Veriff neatbild',
  silentText: 'Iespējams, savienojums ir lēns vai kaut kas šajā lapā bloķē Veriff.',
  retry: 'Mēģināt vēlreiz',
  openElsewhere: 'Atvērt jaunā logā',
  openHere: 'Turpināt šajā logā',
  redirectNote:
    'Kad Veriff atveras šajā logā, iespējams, automātiski šeit neatgriezīsieties. Kad pabeigsiet, atveriet šo lapu vēlreiz.',
  elsewhereTitle: 'Turpiniet otrā logā',
  elsewhereText: 'Kad tur pabeigsiet, šī lapa atjaunināsies.',
  showWindow: 'Atvērt logu vēlreiz',
  imDone: 'Pabeidzu',
  usePhone: 'Labāk izmantot tālruni',
  useBrowser: 'Atvērt savā pārlūkā',
  startAnyway: 'Tomēr turpināt šeit',
  noCamera: 'Neizdevās atrast kameru, kas darbotos šajā lapā.',
  inAppBrowser: 'Šīs lietotnes pārlūks var bloķēt jūsu kameru.',
  phoneTitle: 'Turpiniet tālrunī',
  phoneText: 'Noskenējiet kodu ar tālruņa kameru. Kad tur pabeigsiet, šī lapa atjaunināsies.',
  browserTitle: 'Turpiniet savā pārlūkā',
  browserText: 'Atveriet saiti Safari, Chrome vai citā pārlūkā. Kad tur pabeigsiet, šī lapa atjaunināsies.',
  qrCode: 'QR kods, lai turpinātu tālrunī',
  copyLink: 'Kopēt saiti',
  linkCopied: 'Saite nokopēta',
  shareLink: 'Kopīgot saiti',
  newLink: 'Izveidot jaunu saiti',
  linkExpires: 'Saite ir derīga līdz:',
  continueHere: 'Labāk turpināt šeit',
  linkFailed: 'Neizdevās izveidot saiti. Mēģiniet vēlreiz vai turpiniet šeit.',
  leaveTitle: 'Vai iziet no identitātes apstiprināšanas?',
  leaveText: 'Ja tagad iziesiet, dažas darbības vēlāk, iespējams, būs jāatkārto.',
  leave: 'Iziet',
  stay: 'Palikt',
  reloadTitle: 'Vai pārlādēt šo lapu?',
  reloadText:
    'Veriff ir jāpārlādē šī lapa, lai vēlreiz lūgtu piekļuvi kamerai. Pēc tam varēsiet turpināt, taču šajā lapā nesaglabātie dati var tikt zaudēti.',
  reload: 'Pārlādēt',
  notNow: 'Ne tagad',
  decidingTitle: 'Pārbaudām jūsu dokumentus',
  decidingText: 'Varat gaidīt šeit. Šī lapa atjaunināsies automātiski.',
  pendingTitle: 'Jūsu identitāte tiek pārbaudīta',
  pendingText:
    'Jums vairs nekas nav jādara. Pārbaude turpināsies arī tad, ja aizvērsiet šo lapu. Kad atgriezīsieties, iespējams, būs jāpiesakās vai jāsāk reģistrācija no jauna.',
  overdueTitle: 'Tas prasa vairāk laika nekā parasti',
  overdueText:
    'Jūsu dokumenti mūsu sistēmā vēl nav redzami. Turpināsim pārbaudīt. Ja vēl nepabeidzāt, turpiniet identitātes apstiprināšanu.',
  unsureTitle: 'Vai pabeidzāt identitātes apstiprināšanu?',
  unsureText:
    'Ja jā, jūsu dokumenti tiek pārbaudīti un jums vairs nekas nav jādara. Ja nē, turpiniet no vietas, kur apstājāties.',
  stageSubmitted: 'Dokumenti nosūtīti',
  stageAutomatic: 'Automātiskās pārbaudes',
  stageManual: 'Manuāla pārbaude, ja vajadzīga',
  stageResult: 'Rezultāts',
  stageNote: 'Retos gadījumos manuāla pārbaude var ilgt līdz 24 stundām.',
  done: 'pabeigts',
  check: 'Pārbaudīt statusu',
  verifiedTitle: 'Apstiprināšana izdevās',
  verifiedText: 'Paldies. Jūsu identitāte ir apstiprināta, un varat turpināt.',
  rejectedTitle: 'Neizdevās apstiprināt jūsu identitāti',
  rejectedText: 'Precīzu iemeslu mums nepaziņo, taču bieži tas ir viens no šiem:',
  reasonDocument:
    'Dokumentam bija beidzies derīguma termiņš, tas bija neskaidrs vai nebija pilnībā redzams attēlā, vai to nepieņem jūsu valstij.',
  reasonIdentity: 'Pašbilde vai jūsu dati neatbilda dokumentam, vai jums nav 18 gadu.',
  reasonChecks: 'Drošības pārbaude nebija sekmīga.',
  rejectedLater:
    'Ja jums ir vismaz 18 gadu, varat turpināt reģistrāciju un vēlāk vēlreiz apstiprināt identitāti.',
  rejectedRetry: 'Ja jums ir vismaz 18 gadu, pārbaudiet dokumentu un apgaismojumu, tad mēģiniet vēlreiz.',
  required: 'Lai turpinātu, apstipriniet savu identitāti.',
  unreachable: 'Pašlaik nevaram izveidot savienojumu. Turpinām mēģināt.',
  startNote: 'Pašlaik neizdevās pārbaudīt jūsu statusu, taču varat turpināt.',
  failedTitle: 'Kaut kas nogāja greizi',
  reference: 'Atsauces kods:',
  support: 'Sazināties ar klientu atbalstu',
  'error-onboarding-invalid':
    'Šai reģistrācijai ir beidzies termiņš vai tā jau ir pabeigta. Ja jums jau ir konts, piesakieties. Ja nav, lūdzu, sāciet no jauna.',
  'error-onboarding-not-found': 'Neizdevās atrast jūsu reģistrāciju. Lūdzu, sāciet no jauna.',
  'error-not-authenticated': 'Jūsu sesija ir beigusies. Lūdzu, piesakieties vēlreiz.',
  'error-not-allowed':
    'Jums nav piekļuves šai identitātes apstiprināšanai. Lūdzu, piesakieties vēlreiz vai sazinieties ar klientu atbalstu.',
  'error-client-key-invalid':
    'Identitātes apstiprināšana pašlaik nav pieejama. Lūdzu, sazinieties ar klientu atbalstu.',
  'error-rate-limited': 'Bija pārāk daudz mēģinājumu. Lūdzu, uzgaidiet minūti un mēģiniet vēlreiz.',
  'error-provider-unavailable':
    'Identitātes apstiprināšana pašlaik nav pieejama. Lūdzu, mēģiniet vēlreiz pēc dažām minūtēm.',
  'error-network': 'Nevaram izveidot savienojumu. Pārbaudiet interneta savienojumu un mēģiniet vēlreiz.',
  'error-timeout': 'Tas prasa pārāk daudz laika. Lūdzu, mēģiniet vēlreiz.',
  'error-bad-response': 'Mūsu pusē radās problēma. Lūdzu, mēģiniet vēlreiz pēc dažām minūtēm.',
  'error-untrusted-session-url':
    'Jūsu drošības labad apturējām šo identitātes apstiprināšanu. Lūdzu, sazinieties ar klientu atbalstu.',
  'error-popup-blocked':
    'Pārlūks bloķēja jauno logu. Atļaujiet šajā vietnē uznirstošos logus un mēģiniet vēlreiz vai turpiniet šajā logā.',
  'error-veriff-unreachable': 'Veriff neatbild. Lūdzu, mēģiniet vēlreiz.',
  'error-insecure-context':
    'Šī lapa nav droša, tāpēc kameru nevar izmantot. Lūdzu, sazinieties ar klientu atbalstu.',
  'error-camera-blocked-by-page':
    'Jūsu kameru šajā lapā nevar izmantot, un pārlūks bloķēja jauno logu. Atļaujiet šajā vietnē uznirstošos logus un mēģiniet vēlreiz vai turpiniet šajā logā.',
  'error-misconfigured':
    'Identitātes apstiprināšana pašlaik nav pieejama. Lūdzu, sazinieties ar klientu atbalstu.',
});
