import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'mt',
  title: 'Ivverifika l-identità tiegħek',
  intro:
    'Skont il-liġi, għandna nikkonfermaw min int qabel noħorġulek il-karta. Dan jgħin ukoll biex nipproteġuk mis-serq tal-identità.',
  documentsTitle: 'Lesti wieħed minn dawn id-dokumenti',
  passport: 'Passaport',
  'driving-licence': 'Liċenzja tas-sewqan',
  'national-id': 'Karta tal-identità',
  'residence-permit': 'Permess ta’ residenza',
  documentsNote:
    'Kun żgur li d-dokument ma skadiex u li jinqara sew, bl-erba’ kantunieri jidhru fir-ritratt.',
  selfie:
    'Se tieħu wkoll selfie jew tirrekordja vidjo qasir. Il-brawżer jitolbok permess qabel ma juża l-kamera.',
  proofOfAddress:
    'Aktar tard nistgħu nitolbuk ukoll prova tal-indirizz mill-aħħar 3 xhur, bħal kont tad-dawl u l-ilma, rendikont tal-bank, ittra uffiċjali jew kuntratt tal-kera.',
  tipsTitle: 'Pariri għal ritratt tajjeb',
  tipLight: 'Sib post imdawwal sew, bla riflessi.',
  tipClear: 'Tiċċaqlaqx sakemm ir-ritratt ikun ċar.',
  tipGlasses: 'Neħħi n-nuċċali għas-selfie.',
  duration: 'Madwar 2 minuti',
  timing:
    'Il-kontrolli awtomatiċi jieħdu minn 5 sa 15-il minuta. Jekk ikun hemm bżonn eżami manwali, normalment jieħu minn 15 sa 60 minuta, imma kultant jista’ jieħu sa 24 siegħa.',
  privacy:
    'Ir-ritratti u l-vidjo tiegħek imorru direttament għand Veriff, il-kumpanija li tiċċekkja l-identitajiet għalina. Ma jgħaddux minn dan is-sit.',
  start: 'Ibda l-verifika',
  continue: 'Kompli l-verifika',
  checking: 'Qed niċċekkjaw l-istat…',
  starting: 'Qed niftħu Veriff…',
  close: 'Agħlaq',
  silentTitle: 'Veriff mhux qed twieġeb',
  silentText:
    'Il-konnessjoni tiegħek tista’ tkun bil-mod, jew xi ħaġa f’din il-paġna qed timblokka lil Veriff.',
  retry: 'Erġa’ pprova',
  openElsewhere: 'Iftaħ f’tieqa ġdida',
  openHere: 'Kompli f’din it-tieqa',
  redirectNote:
    'Meta Veriff tinfetaħ f’din it-tieqa, jista’ jkun li ma ġġibekx lura hawn. Meta tlesti, ejja lura f’din il-paġna.',
  elsewhereTitle: 'Kompli fit-tieqa l-oħra',
  elsewhereText: 'Din il-paġna tiġi aġġornata meta tlesti hemm.',
  showWindow: 'Erġa’ iftaħ it-tieqa',
  imDone: 'Lestejt',
  usePhone: 'Uża l-mowbajl minflok',
  useBrowser: 'Iftaħ fil-brawżer tiegħek',
  startAnyway: 'Kompli hawn xorta waħda',
  noCamera: 'Ma sibniex kamera li taħdem f’din il-paġna.',
  inAppBrowser: 'Il-brawżer ta’ din l-app jista’ jimblokka l-kamera tiegħek.',
  phoneTitle: 'Kompli fuq il-mowbajl',
  phoneText: 'Skennja l-kodiċi bil-kamera tal-mowbajl. Din il-paġna tiġi aġġornata meta tlesti hemm.',
  browserTitle: 'Kompli fil-brawżer tiegħek',
  browserText:
    'Iftaħ il-link f’Safari, Chrome jew brawżer ieħor. Din il-paġna tiġi aġġornata meta tlesti hemm.',
  qrCode: 'Kodiċi QR biex tkompli fuq il-mowbajl',
  copyLink: 'Ikkopja l-link',
  linkCopied: 'Link ikkupjat',
  shareLink: 'Ixxerja l-link',
  newLink: 'Oħloq link ġdid',
  linkExpires: 'Il-link hu validu sa:',
  continueHere: 'Nippreferi nkompli hawn',
  linkFailed: 'Ma stajniex noħolqu link. Erġa’ pprova, jew kompli hawn.',
  leaveTitle: 'Trid toħroġ mill-verifika?',
  leaveText: 'Jekk toħroġ issa, aktar tard jista’ jkollok tirrepeti xi passi.',
  leave: 'Oħroġ',
  stay: 'Kompli',
  reloadTitle: 'Trid terġa’ tgħabbi din il-paġna?',
  reloadText:
    'Veriff trid terġa’ tgħabbi din il-paġna biex tkun tista’ terġa’ titlob il-kamera. Imbagħad tista’ tkompli, imma dak li ma ssejvjajtx f’din il-paġna jista’ jintilef.',
  reload: 'Erġa’ għabbi',
  notNow: 'Mhux issa',
  decidingTitle: 'Qed niċċekkjaw id-dokumenti tiegħek',
  decidingText: 'Tista’ tistenna hawn. Din il-paġna tiġi aġġornata awtomatikament.',
  pendingTitle: 'Il-verifika tiegħek qed tiġi eżaminata',
  pendingText:
    'M’hemm xejn aktar x’tagħmel. L-eżami jkompli anke jekk tagħlaq din il-paġna. Meta tiġi lura, jista’ jkollok terġa’ tidħol fil-kont jew tibda r-reġistrazzjoni mill-ġdid.',
  overdueTitle: 'Dan qed jieħu aktar żmien mis-soltu',
  overdueText:
    'Id-dokumenti tiegħek għadhom ma jidhrux fir-rekords tagħna. Se nkomplu niċċekkjaw. Jekk għadek ma lestejtx, kompli l-verifika.',
  unsureTitle: 'Lestejt il-verifika tal-identità tiegħek?',
  unsureText:
    'Jekk iva, id-dokumenti tiegħek qed jiġu eżaminati u m’hemm xejn aktar x’tagħmel. Jekk le, kompli minn fejn waqaft.',
  stageSubmitted: 'Dokumenti mibgħuta',
  stageAutomatic: 'Kontrolli awtomatiċi',
  stageManual: 'Eżami manwali, jekk ikun hemm bżonn',
  stageResult: 'Riżultat',
  stageNote: 'Kultant l-eżami manwali jista’ jieħu sa 24 siegħa.',
  done: 'lest',
  check: 'Iċċekkja l-istat',
  verifiedTitle: 'L-identità tiegħek hija vverifikata',
  verifiedText: 'Grazzi. L-identità tiegħek hija kkonfermata u tista’ tkompli.',
  rejectedTitle: 'Ma stajniex nivverifikaw l-identità tiegħek',
  rejectedText: 'Ma jgħidulniex ir-raġuni eżatta, imma spiss tkun waħda minn dawn:',
  reasonDocument:
    'Id-dokument kien skada, ma kienx ċar jew ma kienx jidher kollu, jew mhux aċċettat għal pajjiżek.',
  reasonIdentity:
    'Is-selfie jew id-dettalji tiegħek ma qablux mad-dokument, jew għandek inqas minn 18-il sena.',
  reasonChecks: 'Kontroll tas-sigurtà ma rnexxiex.',
  rejectedLater:
    'Jekk għandek 18-il sena jew aktar, tista’ tkompli r-reġistrazzjoni u terġa’ tivverifika l-identità tiegħek aktar tard.',
  rejectedRetry: 'Jekk għandek 18-il sena jew aktar, iċċekkja d-dokument u d-dawl, imbagħad erġa’ pprova.',
  required: 'Ivverifika l-identità tiegħek biex tkompli.',
  unreachable: 'Bħalissa ma nistgħux nikkonnettjaw. Se nkomplu nippruvaw.',
  startNote: 'Bħalissa ma stajniex niċċekkjaw l-istat, imma xorta tista’ tkompli.',
  failedTitle: 'Xi ħaġa marret ħażin',
  reference: 'Referenza:',
  support: 'Ikkuntattja s-sapport',
  'error-onboarding-invalid':
    'Din ir-reġistrazzjoni skadiet jew diġà tlestiet. Jekk diġà għandek kont, idħol fih. Jekk le, erġa’ ibda mill-bidu.',
  'error-onboarding-not-found': 'Ma sibniex ir-reġistrazzjoni tiegħek. Jekk jogħġbok erġa’ ibda mill-bidu.',
  'error-not-authenticated': 'Is-sessjoni tiegħek intemmet. Jekk jogħġbok erġa’ idħol.',
  'error-not-allowed':
    'M’għandekx aċċess għal din il-verifika. Jekk jogħġbok erġa’ idħol jew ikkuntattja s-sapport.',
  'error-client-key-invalid': 'Il-verifika mhix disponibbli bħalissa. Jekk jogħġbok ikkuntattja s-sapport.',
  'error-rate-limited': 'Kien hemm wisq tentattivi. Jekk jogħġbok stenna minuta, imbagħad erġa’ pprova.',
  'error-provider-unavailable':
    'Il-verifika mhix disponibbli bħalissa. Jekk jogħġbok erġa’ pprova fi ftit minuti.',
  'error-network': 'Ma nistgħux nikkonnettjaw. Iċċekkja l-konnessjoni tal-internet, imbagħad erġa’ pprova.',
  'error-timeout': 'Dan qed idum wisq. Jekk jogħġbok erġa’ pprova.',
  'error-bad-response': 'Hemm problema min-naħa tagħna. Jekk jogħġbok erġa’ pprova fi ftit minuti.',
  'error-untrusted-session-url':
    'Għas-sigurtà tiegħek waqqafna din il-verifika. Jekk jogħġbok ikkuntattja s-sapport.',
  'error-popup-blocked':
    'Il-brawżer imblokka t-tieqa l-ġdida. Ippermetti t-twieqi pop-up għal dan is-sit u erġa’ pprova, jew kompli f’din it-tieqa.',
  'error-veriff-unreachable': 'Veriff mhux qed twieġeb. Jekk jogħġbok erġa’ pprova.',
  'error-insecure-context':
    'Din il-paġna mhix sigura, għalhekk il-kamera ma tistax tintuża. Jekk jogħġbok ikkuntattja s-sapport.',
  'error-camera-blocked-by-page':
    'Il-kamera ma tistax tintuża f’din il-paġna, u l-brawżer imblokka t-tieqa l-ġdida. Ippermetti t-twieqi pop-up għal dan is-sit u erġa’ pprova, jew kompli f’din it-tieqa.',
  'error-misconfigured': 'Il-verifika mhix disponibbli bħalissa. Jekk jogħġbok ikkuntattja s-sapport.',
});
