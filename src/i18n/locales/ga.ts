import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'ga',
  title: 'Deimhnigh d’aitheantas',
  intro:
    'Éilíonn an dlí orainn a dheimhniú cé thú féin sula bhfaighidh tú do chárta. Coisceann sé daoine eile freisin ar d’ainm a úsáid.',
  documentsTitle: 'Bíodh ceann acu seo réidh agat',
  passport: 'Pas',
  'driving-licence': 'Ceadúnas tiomána',
  'national-id': 'Cárta aitheantais náisiúnta',
  'residence-permit': 'Cead cónaithe',
  documentsNote: 'Caithfidh sé a bheith bailí agus inléite, agus na cúinní go léir sa phictiúr.',
  selfie:
    'Glacfaidh tú féinín nó físeán gearr freisin. Iarrfaidh do bhrabhsálaí cead sula n-úsáidfidh sé an ceamara.',
  proofOfAddress:
    'Seans go n-iarrfaimid cruthúnas seolta níos déanaí ó na 3 mhí seo caite: bille fóntais, ráiteas bainc, litir ó údarás nó comhaontú cíosa.',
  tipsTitle: 'Chun pictiúr maith a fháil',
  tipLight: 'Faigh solas maith, gan dallrú.',
  tipClear: 'Fan socair go dtí go mbeidh an pictiúr géar.',
  tipGlasses: 'Bain díot do spéaclaí don fhéinín.',
  duration: 'Thart ar 2 nóiméad',
  timing:
    'Tógann na seiceálacha uathoibríocha idir 5 agus 15 nóiméad. Má bhíonn athbhreithniú láimhe ag teastáil, tógann sé idir 15 agus 60 nóiméad de ghnáth, agus suas le 24 uair an chloig ó am go chéile.',
  privacy:
    'Téann do phictiúir díreach chuig Veriff, a sheiceálann aitheantais dúinn. Ní théann siad tríd an suíomh seo.',
  start: 'Tosaigh an deimhniú',
  continue: 'Lean leis an deimhniú',
  checking: 'Do stádas á sheiceáil…',
  starting: 'Veriff á oscailt…',
  close: 'Dún',
  silentTitle: 'Níl Veriff ag freagairt',
  silentText: 'B’fhéidir go bhfuil do nasc mall, nó go bhfuil rud éigin ar an leathanach seo ag bac Veriff.',
  retry: 'Bain triail eile as',
  openElsewhere: 'Oscail i bhfuinneog nua',
  openHere: 'Lean ar aghaidh san fhuinneog seo',
  elsewhereTitle: 'Lean ar aghaidh san fhuinneog eile',
  elsewhereText: 'Rachaidh an leathanach seo ar aghaidh uaidh féin nuair a bheidh tú críochnaithe ansin.',
  showWindow: 'Oscail an fhuinneog arís',
  imDone: 'Tá mé críochnaithe',
  usePhone: 'Úsáid do ghuthán ina ionad sin',
  useBrowser: 'Oscail i do bhrabhsálaí',
  startAnyway: 'Lean ar aghaidh anseo mar sin féin',
  noCamera: 'Ní féidir linn teacht ar cheamara a oibríonn ar an leathanach seo.',
  inAppBrowser: 'Seans go gcuirfidh an brabhsálaí san aip seo cosc ar do cheamara.',
  phoneTitle: 'Lean ar aghaidh ar do ghuthán',
  phoneText:
    'Scan an cód le ceamara do ghutháin. Rachaidh an leathanach seo ar aghaidh uaidh féin nuair a bheidh tú críochnaithe ansin.',
  browserTitle: 'Lean ar aghaidh i do bhrabhsálaí',
  browserText:
    'Oscail an nasc in Safari, in Chrome nó i mbrabhsálaí eile. Rachaidh an leathanach seo ar aghaidh uaidh féin nuair a bheidh tú críochnaithe ansin.',
  qrCode: 'Cód QR a osclaíonn an deimhniú seo ar do ghuthán',
  copyLink: 'Cóipeáil an nasc',
  linkCopied: 'Cóipeáladh an nasc',
  shareLink: 'Comhroinn an nasc',
  newLink: 'Cruthaigh nasc nua',
  linkExpires: 'Tá an nasc bailí go dtí:',
  continueHere: 'B’fhearr liom leanúint ar aghaidh anseo',
  linkFailed: 'Níorbh fhéidir linn an nasc a chruthú. Bain triail eile as, nó lean ar aghaidh anseo.',
  leaveTitle: 'An deimhniú a fhágáil?',
  leaveText:
    'Is féidir leat leanúint ar aghaidh níos déanaí, ach seans go mbeidh ort céimeanna áirithe a dhéanamh arís.',
  leave: 'Fág',
  stay: 'Fan',
  reloadTitle: 'An leathanach a athlódáil?',
  reloadText:
    'Teastaíonn sé seo ó Veriff chun do cheamara a iarraidh arís. Leanfaidh tú ar aghaidh ón áit seo.',
  reload: 'Athlódáil',
  notNow: 'Ní anois',
  decidingTitle: 'Tá do cháipéisí á seiceáil againn',
  decidingText: 'Seans go dtógfaidh sé seo nóiméad. Is féidir leat fanacht anseo.',
  pendingTitle: 'Tá do dheimhniú á athbhreithniú',
  pendingText:
    'Níl aon rud eile le déanamh. Is féidir leat an leathanach seo a dhúnadh agus filleadh níos déanaí.',
  overdueTitle: 'Tá sé seo ag tógáil níos faide ná mar is gnách',
  overdueText:
    'Tá do cháipéisí curtha isteach, ach níl siad le feiceáil againn fós. Is féidir leat an leathanach seo a dhúnadh agus filleadh níos déanaí.',
  unsureTitle: 'Ar chríochnaigh tú an deimhniú?',
  unsureText:
    'Má chríochnaigh, tá sé á athbhreithniú agus is féidir leat filleadh níos déanaí. Mura ndearna, lean ar aghaidh ón áit ar stad tú.',
  stageSubmitted: 'Cáipéisí faighte',
  stageAutomatic: 'Seiceálacha uathoibríocha',
  stageManual: 'Athbhreithniú ag duine, más gá',
  stageResult: 'Toradh',
  stageNote: 'Go hannamh, tógann athbhreithniú suas le 24 uair an chloig.',
  done: 'déanta',
  check: 'Seiceáil an stádas',
  verifiedTitle: 'Tá d’aitheantas deimhnithe',
  verifiedText: 'Go raibh maith agat. Tá gach rud i gceart agus is féidir leat dul ar aghaidh.',
  rejectedTitle: 'Níorbh fhéidir linn d’aitheantas a dheimhniú',
  rejectedText: 'Ní insítear an chúis bheacht dúinn. Is minic gur ceann acu seo í:',
  reasonDocument: 'Bhí an cháipéis as dáta, doiléir nó gearrtha, nó ní ghlactar léi do do thír.',
  reasonIdentity: 'Níor tháinig an féinín nó do shonraí leis an gcáipéis, nó tá tú faoi bhun 18.',
  reasonChecks: 'Níor éirigh le seiceáil slándála.',
  rejectedLater:
    'Má tá tú 18 nó níos sine, is féidir leat dul ar aghaidh leis an gclárú agus d’aitheantas a dheimhniú arís níos déanaí.',
  rejectedRetry: 'Má tá tú 18 nó níos sine, seiceáil do cháipéis agus an solas, ansin bain triail eile as.',
  required: 'Deimhnigh d’aitheantas sula dtéann tú ar aghaidh, le do thoil.',
  unreachable: 'Ní féidir linn an tseirbhís a bhaint amach faoi láthair. Leanfaimid orainn ag iarraidh.',
  startNote: 'Níorbh fhéidir linn do stádas a sheiceáil anois. Is féidir leat tosú mar sin féin.',
  failedTitle: 'Chuaigh rud éigin amú',
  reference: 'Tagairt:',
  support: 'Déan teagmháil leis an tacaíocht',
  'error-onboarding-invalid':
    'Tá an clárú seo as feidhm nó críochnaithe cheana. Tosaigh arís é, le do thoil.',
  'error-onboarding-not-found': 'Ní féidir linn an clárú seo a aimsiú. Tosaigh arís é, le do thoil.',
  'error-not-authenticated': 'Tá tú logáilte amach. Logáil isteach arís, le do thoil.',
  'error-not-allowed':
    'Níl rochtain agat ar an deimhniú seo. Logáil isteach arís, nó déan teagmháil leis an tacaíocht.',
  'error-client-key-invalid':
    'Níl an deimhniú ar fáil faoi láthair. Déan teagmháil leis an tacaíocht, le do thoil.',
  'error-rate-limited':
    'Tá an iomarca daoine ag iarraidh in éineacht. Fan nóiméad, ansin bain triail eile as.',
  'error-provider-unavailable':
    'Níl an deimhniú ar fáil faoi láthair. Bain triail eile as i gceann cúpla nóiméad.',
  'error-network': 'Ní féidir linn an tseirbhís a bhaint amach. Seiceáil do nasc, ansin bain triail eile as.',
  'error-timeout': 'Tá an tseirbhís rómhall. Bain triail eile as, le do thoil.',
  'error-bad-response': 'Tá fadhb leis an tseirbhís. Bain triail eile as i gceann cúpla nóiméad.',
  'error-untrusted-session-url':
    'Ar mhaithe le do shábháilteacht níor osclaíomar an deimhniú seo. Déan teagmháil leis an tacaíocht, le do thoil.',
  'error-popup-blocked':
    'Chuir do bhrabhsálaí cosc ar an bhfuinneog nua. Ceadaigh í, ansin bain triail eile as.',
  'error-veriff-unreachable': 'Níl Veriff ag freagairt. Bain triail eile as, le do thoil.',
  'error-insecure-context':
    'Níl an leathanach seo slán, mar sin ní féidir an ceamara a úsáid. Déan teagmháil leis an tacaíocht, le do thoil.',
  'error-camera-blocked-by-page':
    'Ní cheadaíonn an leathanach seo an ceamara. Déan teagmháil leis an tacaíocht, le do thoil.',
  'error-misconfigured':
    'Níl an deimhniú ar fáil faoi láthair. Déan teagmháil leis an tacaíocht, le do thoil.',
});
