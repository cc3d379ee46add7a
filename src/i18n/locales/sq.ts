import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'sq',
  title: 'Verifikoni identitetin tuaj',
  intro:
    'Sipas ligjit, duhet të konfirmojmë identitetin tuaj para se t’ju lëshojmë kartën. Kjo ndihmon edhe t’ju mbrojmë nga vjedhja e identitetit.',
  documentsTitle: 'Bëni gati një nga këto dokumente',
  passport: 'Pasaportë',
  'driving-licence': 'Leje drejtimi',
  'national-id': 'Kartë identiteti',
  'residence-permit': 'Leje qëndrimi',
  documentsNote:
    'Sigurohuni që dokumenti të mos ketë skaduar dhe të lexohet lehtë, me të katër cepat në foto.',
  selfie:
    'Do të bëni edhe një selfi ose do të regjistroni një video të shkurtër. Shfletuesi ju kërkon leje para se të përdorë kamerën.',
  proofOfAddress:
    'Më vonë mund t’ju kërkojmë edhe një vërtetim adrese nga 3 muajt e fundit, për shembull faturë shërbimesh, nxjerrje llogarie bankare, shkresë zyrtare ose kontratë qiraje.',
  tipsTitle: 'Këshilla për një foto të mirë',
  tipLight: 'Gjeni një vend të ndriçuar mirë, pa reflektime.',
  tipClear: 'Qëndroni pa lëvizur derisa fotoja të jetë e qartë.',
  tipGlasses: 'Hiqni syzet për selfien.',
  duration: 'Rreth 2 minuta',
  timing:
    'Kontrollet automatike zgjasin 5 deri në 15 minuta. Nëse duhet shqyrtim manual, ai zakonisht zgjat 15 deri në 60 minuta, por në raste të rralla mund të zgjasë deri në 24 orë.',
  privacy:
    'Fotot dhe videoja juaj shkojnë drejtpërdrejt te Veriff, kompania që kontrollon identitetin për ne. Ato nuk kalojnë përmes kësaj faqeje interneti.',
  start: 'Nis verifikimin',
  continue: 'Vazhdo verifikimin',
  checking: 'Po kontrollojmë statusin…',
  starting: 'Po hapim Veriff…',
  close: 'Mbyll',
  silentTitle: 'Veriff nuk përgjigjet',
  silentText: 'Lidhja juaj mund të jetë e ngadaltë ose diçka në këtë faqe po bllokon Veriff.',
  retry: 'Provo përsëri',
  openElsewhere: 'Hap në një dritare të re',
  openHere: 'Vazhdo në këtë dritare',
  redirectNote:
    'Kur Veriff hapet në këtë dritare, mund të mos ju kthejë këtu. Kur të mbaroni, kthehuni në këtë faqe.',
  elsewhereTitle: 'Vazhdoni në dritaren tjetër',
  elsewhereText: 'Kjo faqe përditësohet kur të mbaroni atje.',
  showWindow: 'Hap përsëri dritaren',
  imDone: 'Mbarova',
  usePhone: 'Vazhdo në telefon',
  useBrowser: 'Hap në shfletues',
  startAnyway: 'Vazhdo këtu gjithsesi',
  noCamera: 'Nuk gjetëm kamerë që funksionon në këtë faqe.',
  inAppBrowser: 'Shfletuesi brenda këtij aplikacioni mund ta bllokojë kamerën.',
  phoneTitle: 'Vazhdoni në telefon',
  phoneText: 'Skanoni kodin me kamerën e telefonit. Kjo faqe përditësohet kur të mbaroni atje.',
  browserTitle: 'Vazhdoni në shfletuesin tuaj',
  browserText:
    'Hapeni linkun në Safari, Chrome ose një shfletues tjetër. Kjo faqe përditësohet kur të mbaroni atje.',
  qrCode: 'Kod QR për të vazhduar në telefon',
  copyLink: 'Kopjo linkun',
  linkCopied: 'Linku u kopjua',
  shareLink: 'Ndaj linkun',
  newLink: 'Krijo një link të ri',
  linkExpires: 'Ky link vlen deri në:',
  continueHere: 'Preferoj të vazhdoj këtu',
  linkFailed: 'Nuk arritëm të krijojmë një link. Provoni përsëri ose vazhdoni këtu.',
  leaveTitle: 'Doni të dilni nga verifikimi?',
  leaveText: 'Nëse dilni tani, më vonë mund t’ju duhet të përsëritni disa hapa.',
  leave: 'Dil',
  stay: 'Vazhdo',
  reloadTitle: 'Të ringarkohet kjo faqe?',
  reloadText:
    'Veriff duhet ta ringarkojë këtë faqe para se të kërkojë përsëri kamerën. Pastaj mund të vazhdoni, por ato që nuk i keni ruajtur në këtë faqe mund të humbasin.',
  reload: 'Ringarko',
  notNow: 'Jo tani',
  decidingTitle: 'Po kontrollojmë dokumentet tuaja',
  decidingText: 'Mund të prisni këtu. Kjo faqe përditësohet automatikisht.',
  pendingTitle: 'Verifikimi juaj po shqyrtohet',
  pendingText:
    'Nuk duhet të bëni asgjë tjetër. Shqyrtimi vazhdon edhe nëse e mbyllni këtë faqe. Kur të ktheheni, mund t’ju duhet të hyni përsëri në llogari ose ta nisni regjistrimin nga fillimi.',
  overdueTitle: 'Kjo po zgjat më shumë se zakonisht',
  overdueText:
    'Dokumentet tuaja ende nuk duken në sistemin tonë. Do të vazhdojmë të kontrollojmë. Nëse nuk keni mbaruar, vazhdoni verifikimin.',
  unsureTitle: 'A e përfunduat verifikimin e identitetit?',
  unsureText:
    'Nëse po, dokumentet tuaja po shqyrtohen dhe nuk duhet të bëni asgjë tjetër. Nëse jo, vazhdoni aty ku e latë.',
  stageSubmitted: 'Dokumentet u dërguan',
  stageAutomatic: 'Kontrolle automatike',
  stageManual: 'Shqyrtim manual, nëse duhet',
  stageResult: 'Rezultati',
  stageNote: 'Në raste të rralla shqyrtimi manual mund të zgjasë deri në 24 orë.',
  done: 'kryer',
  check: 'Kontrollo statusin',
  verifiedTitle: 'Identiteti juaj u verifikua',
  verifiedText: 'Faleminderit. Identiteti juaj u konfirmua dhe mund të vazhdoni.',
  rejectedTitle: 'Nuk arritëm ta verifikojmë identitetin tuaj',
  rejectedText: 'Nuk na tregohet arsyeja e saktë, por shpesh është një nga këto:',
  reasonDocument:
    'Dokumenti kishte skaduar, ishte i paqartë ose nuk dukej i plotë, ose nuk pranohet për vendin tuaj.',
  reasonIdentity: 'Selfia ose të dhënat tuaja nuk përputheshin me dokumentin, ose jeni nën 18 vjeç.',
  reasonChecks: 'Një kontroll sigurie nuk pati sukses.',
  rejectedLater:
    'Nëse jeni 18 vjeç ose më shumë, mund të vazhdoni regjistrimin dhe ta verifikoni identitetin përsëri më vonë.',
  rejectedRetry:
    'Nëse jeni 18 vjeç ose më shumë, kontrolloni dokumentin dhe ndriçimin, pastaj provoni përsëri.',
  required: 'Verifikoni identitetin tuaj për të vazhduar.',
  unreachable: 'Tani nuk lidhemi dot. Vazhdojmë të provojmë.',
  startNote: 'Tani nuk arritëm të kontrollojmë statusin, por mund të vazhdoni gjithsesi.',
  failedTitle: 'Diçka nuk shkoi mirë',
  reference: 'Referenca:',
  support: 'Kontaktoni mbështetjen',
  'error-onboarding-invalid':
    'Ky regjistrim ka skaduar ose ka përfunduar tashmë. Nëse keni llogari, hyni në të. Nëse jo, ju lutemi niseni nga fillimi.',
  'error-onboarding-not-found': 'Nuk e gjetëm regjistrimin tuaj. Ju lutemi niseni nga fillimi.',
  'error-not-authenticated': 'Keni dalë nga llogaria. Ju lutemi hyni përsëri.',
  'error-not-allowed': 'Nuk keni qasje në këtë verifikim. Ju lutemi hyni përsëri ose kontaktoni mbështetjen.',
  'error-client-key-invalid': 'Verifikimi nuk është i disponueshëm tani. Ju lutemi kontaktoni mbështetjen.',
  'error-rate-limited': 'Pati tepër shumë përpjekje. Ju lutemi prisni një minutë, pastaj provoni përsëri.',
  'error-provider-unavailable':
    'Verifikimi nuk është i disponueshëm tani. Ju lutemi provoni përsëri pas disa minutash.',
  'error-network': 'Nuk lidhemi dot. Kontrolloni lidhjen e internetit, pastaj provoni përsëri.',
  'error-timeout': 'Kjo po zgjat shumë. Ju lutemi provoni përsëri.',
  'error-bad-response': 'Ka një problem nga ana jonë. Ju lutemi provoni përsëri pas disa minutash.',
  'error-untrusted-session-url':
    'Për sigurinë tuaj e ndaluam këtë verifikim. Ju lutemi kontaktoni mbështetjen.',
  'error-popup-blocked':
    'Shfletuesi bllokoi dritaren e re. Lejoni dritaret kërcyese për këtë faqe dhe provoni përsëri, ose vazhdoni në këtë dritare.',
  'error-veriff-unreachable': 'Veriff nuk përgjigjet. Ju lutemi provoni përsëri.',
  'error-insecure-context':
    'Kjo faqe nuk është e sigurt, prandaj kamera nuk mund të përdoret. Ju lutemi kontaktoni mbështetjen.',
  'error-camera-blocked-by-page':
    'Kamera nuk mund të përdoret në këtë faqe dhe shfletuesi bllokoi dritaren e re. Lejoni dritaret kërcyese për këtë faqe dhe provoni përsëri, ose vazhdoni në këtë dritare.',
  'error-misconfigured': 'Verifikimi nuk është i disponueshëm tani. Ju lutemi kontaktoni mbështetjen.',
});
