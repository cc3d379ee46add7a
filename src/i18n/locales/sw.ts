import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'sw',
  title: 'Thibitisha utambulisho wako',
  intro:
    'Kisheria, ni lazima tuthibitishe wewe ni nani kabla ya kukupa kadi yako. Hii pia husaidia kukulinda dhidi ya wizi wa utambulisho.',
  documentsTitle: 'Andaa mojawapo ya hati hizi',
  passport: 'Pasipoti',
  'driving-licence': 'Leseni ya udereva',
  'national-id': 'Kitambulisho cha taifa',
  'residence-permit': 'Kibali cha ukaazi',
  documentsNote:
    'Hakikisha haijaisha muda, inasomeka kwa urahisi na pembe zake zote nne zinaonekana kwenye picha.',
  selfie:
    'Pia utapiga selfi au kurekodi video fupi. Kivinjari chako kitaomba ruhusa kabla ya kutumia kamera yako.',
  proofOfAddress:
    'Baadaye, tunaweza pia kuomba uthibitisho wa anwani wa miezi 3 iliyopita, kama vile bili ya umeme au maji, taarifa ya benki, barua rasmi au mkataba wa upangaji.',
  tipsTitle: 'Vidokezo vya kupata picha nzuri',
  tipLight: 'Tafuta mahali penye mwanga wa kutosha pasipo na mng’ao.',
  tipClear: 'Usisogee hadi picha ionekane vizuri.',
  tipGlasses: 'Vua miwani unapopiga selfi.',
  duration: 'Takriban dakika 2',
  timing:
    'Uhakiki wa kiotomatiki huchukua dakika 5 hadi 15. Ukaguzi wa mtaalamu, ukihitajika, kwa kawaida huchukua dakika 15 hadi 60, lakini wakati mwingine unaweza kuchukua hadi saa 24.',
  privacy:
    'Picha na video zako huenda moja kwa moja kwa Veriff, kampuni inayohakiki utambulisho kwa niaba yetu. Hazipiti kwenye tovuti hii.',
  start: 'Anza uthibitishaji',
  continue: 'Endelea na uthibitishaji',
  checking: 'Tunaangalia hali ya uthibitishaji…',
  starting: 'Veriff inafunguka…',
  close: 'Funga',
  silentTitle: 'Veriff haijibu',
  silentText: 'Huenda mtandao wako una kasi ndogo, au kitu fulani kwenye ukurasa huu kinazuia Veriff.',
  retry: 'Jaribu tena',
  openElsewhere: 'Fungua kwenye dirisha jipya',
  openHere: 'Endelea kwenye dirisha hili',
  redirectNote:
    'Veriff ikifunguka kwenye dirisha hili, huenda isikurudishe hapa. Rudi kwenye ukurasa huu ukimaliza.',
  elsewhereTitle: 'Endelea kwenye dirisha lile jingine',
  elsewhereText: 'Ukurasa huu utasasishwa ukimaliza huko.',
  showWindow: 'Fungua dirisha tena',
  imDone: 'Nimemaliza',
  usePhone: 'Tumia simu yako badala yake',
  useBrowser: 'Fungua kwenye kivinjari chako',
  startAnyway: 'Endelea hapa hata hivyo',
  noCamera: 'Hatukupata kamera inayofanya kazi kwenye ukurasa huu.',
  inAppBrowser: 'Kivinjari cha programu hii kinaweza kuzuia kamera yako.',
  phoneTitle: 'Endelea kwenye simu yako',
  phoneText: 'Changanua msimbo kwa kamera ya simu yako. Ukurasa huu utasasishwa ukimaliza huko.',
  browserTitle: 'Endelea kwenye kivinjari chako',
  browserText:
    'Fungua kiungo kwenye Safari, Chrome au kivinjari kingine. Ukurasa huu utasasishwa ukimaliza huko.',
  qrCode: 'Msimbo wa QR wa kuendelea kwenye simu yako',
  copyLink: 'Nakili kiungo',
  linkCopied: 'Kiungo kimenakiliwa',
  shareLink: 'Shiriki kiungo',
  newLink: 'Tengeneza kiungo kipya',
  linkExpires: 'Kiungo hiki kinatumika hadi:',
  continueHere: 'Endelea hapa badala yake',
  linkFailed: 'Hatukuweza kutengeneza kiungo. Jaribu tena, au endelea hapa.',
  leaveTitle: 'Ungependa kuondoka kwenye uthibitishaji?',
  leaveText: 'Ukiondoka sasa, huenda ukahitaji kurudia baadhi ya hatua baadaye.',
  leave: 'Ondoka',
  stay: 'Endelea',
  reloadTitle: 'Ungependa kupakia ukurasa huu upya?',
  reloadText:
    'Veriff inahitaji kupakia ukurasa huu upya ili iweze kuomba tena ruhusa ya kamera yako. Baada ya hapo unaweza kuendelea, lakini chochote ambacho hujahifadhi kwenye ukurasa huu kinaweza kupotea.',
  reload: 'Pakia upya',
  notNow: 'Si sasa',
  decidingTitle: 'Tunahakiki hati zako',
  decidingText: 'Unaweza kusubiri hapa. Ukurasa huu utasasishwa kiotomatiki.',
  pendingTitle: 'Uthibitishaji wako unakaguliwa',
  pendingText:
    'Huhitaji kufanya kitu kingine chochote. Ukaguzi utaendelea hata ukifunga ukurasa huu. Utakaporudi, huenda ukahitaji kuingia kwenye akaunti au kuanza usajili wako upya.',
  overdueTitle: 'Hii inachukua muda mrefu kuliko kawaida',
  overdueText:
    'Hati zako bado hazionekani katika rekodi zetu. Tutaendelea kuangalia. Ikiwa hujamaliza, endelea na uthibitishaji.',
  unsureTitle: 'Je, umemaliza kuthibitisha utambulisho wako?',
  unsureText:
    'Ikiwa umemaliza, hati zako zinakaguliwa na huhitaji kufanya kitu kingine chochote. Ikiwa bado, endelea pale ulipoishia.',
  stageSubmitted: 'Hati zimetumwa',
  stageAutomatic: 'Uhakiki wa kiotomatiki',
  stageManual: 'Ukaguzi wa mtaalamu, ukihitajika',
  stageResult: 'Matokeo',
  stageNote: 'Wakati mwingine, ukaguzi wa mtaalamu unaweza kuchukua hadi saa 24.',
  done: 'imekamilika',
  check: 'Angalia hali',
  verifiedTitle: 'Utambulisho wako umethibitishwa',
  verifiedText: 'Asante. Utambulisho wako umethibitishwa, na unaweza kuendelea.',
  rejectedTitle: 'Hatukuweza kuthibitisha utambulisho wako',
  rejectedText: 'Hatupewi sababu kamili, lakini mara nyingi huwa ni mojawapo ya hizi:',
  reasonDocument:
    'Hati yako ilikuwa imeisha muda, haikuonekana vizuri au haikuonekana yote, au haikubaliwi kwa nchi yako.',
  reasonIdentity: 'Selfi au maelezo yako hayakulingana na hati yako, au una umri wa chini ya miaka 18.',
  reasonChecks: 'Uhakiki mmoja wa usalama haukufaulu.',
  rejectedLater:
    'Ikiwa una umri wa miaka 18 au zaidi, unaweza kuendelea na usajili wako na kuthibitisha utambulisho wako tena baadaye.',
  rejectedRetry: 'Ikiwa una umri wa miaka 18 au zaidi, angalia hati yako na mwangaza, kisha ujaribu tena.',
  required: 'Thibitisha utambulisho wako ili uendelee.',
  unreachable: 'Hatuwezi kuunganisha kwa sasa. Tutaendelea kujaribu.',
  startNote: 'Hatukuweza kuangalia hali ya uthibitishaji kwa sasa, lakini bado unaweza kuendelea.',
  failedTitle: 'Hitilafu imetokea',
  reference: 'Nambari ya kumbukumbu:',
  support: 'Wasiliana na huduma kwa wateja',
  'error-onboarding-invalid':
    'Usajili huu umeisha muda au tayari umekamilika. Ikiwa tayari una akaunti, ingia. Ikiwa huna, tafadhali anza tena.',
  'error-onboarding-not-found': 'Hatukupata usajili wako. Tafadhali anza tena.',
  'error-not-authenticated': 'Umeondolewa kwenye akaunti. Tafadhali ingia tena.',
  'error-not-allowed':
    'Huna idhini ya kufikia uthibitishaji huu. Tafadhali ingia tena, au wasiliana na huduma kwa wateja.',
  'error-client-key-invalid': 'Uthibitishaji haupatikani kwa sasa. Tafadhali wasiliana na huduma kwa wateja.',
  'error-rate-limited': 'Kumekuwa na majaribio mengi mno. Tafadhali subiri dakika moja, kisha ujaribu tena.',
  'error-provider-unavailable':
    'Uthibitishaji haupatikani kwa sasa. Tafadhali jaribu tena baada ya dakika chache.',
  'error-network': 'Hatuwezi kuunganisha. Angalia muunganisho wako wa intaneti, kisha ujaribu tena.',
  'error-timeout': 'Hii inachukua muda mrefu mno. Tafadhali jaribu tena.',
  'error-bad-response': 'Kuna tatizo upande wetu. Tafadhali jaribu tena baada ya dakika chache.',
  'error-untrusted-session-url':
    'Kwa usalama wako, tumesimamisha uthibitishaji huu. Tafadhali wasiliana na huduma kwa wateja.',
  'error-popup-blocked':
    'Kivinjari chako kimezuia dirisha jipya. Ruhusu madirisha ibukizi kwa tovuti hii na ujaribu tena, au endelea kwenye dirisha hili.',
  'error-veriff-unreachable': 'Veriff haijibu. Tafadhali jaribu tena.',
  'error-insecure-context':
    'Ukurasa huu si salama, kwa hivyo kamera yako haiwezi kutumika. Tafadhali wasiliana na huduma kwa wateja.',
  'error-camera-blocked-by-page':
    'Kamera yako haiwezi kutumika kwenye ukurasa huu, na kivinjari chako kimezuia dirisha jipya. Ruhusu madirisha ibukizi kwa tovuti hii na ujaribu tena, au endelea kwenye dirisha hili.',
  'error-misconfigured': 'Uthibitishaji haupatikani kwa sasa. Tafadhali wasiliana na huduma kwa wateja.',
});
