import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'ga',
  title: 'Deimhnigh d’aitheantas',
  intro:
    'De réir an dlí, ní mór dúinn a dheimhniú cé thú féin sula n-eisímid do chárta. Cuidíonn sé sin freisin le tú a chosaint ar chalaois aitheantais.',
  documentsTitle: 'Bíodh ceann acu seo réidh agat',
  passport: 'Pas',
  'driving-licence': 'Ceadúnas tiomána',
  'national-id': 'Cárta aitheantais náisiúnta',
  'residence-permit': 'Cead cónaithe',
  documentsNote:
    'Bí cinnte nach bhfuil an cháipéis as dáta, go bhfuil sí inléite agus go bhfuil na ceithre chúinne sa phictiúr.',
  selfie:
    'Glacfaidh tú féinín nó taifeadfaidh tú físeán gearr freisin. Iarrfaidh do bhrabhsálaí cead sula n-úsáidfidh sé an ceamara.',
  proofOfAddress:
    'Níos déanaí, seans go n-iarrfaimid cruthúnas ar do sheoladh ó na 3 mhí seo caite, mar shampla bille fóntais, ráiteas bainc, litir oifigiúil nó comhaontú cíosa.',
  tipsTitle: 'Leideanna le haghaidh pictiúr maith',
  tipLight: 'Faigh áit atá soilsithe go maith, gan dallrú.',
  tipClear: 'Fan socair go dtí go mbeidh an pictiúr i bhfócas.',
  tipGlasses: 'Bain díot do spéaclaí don fhéinín.',
  duration: 'Thart ar 2 nóiméad',
  timing:
    'Tógann na seiceálacha uathoibríocha idir 5 agus 15 nóiméad. Má bhíonn athbhreithniú láimhe ag teastáil, tógann sé idir 15 agus 60 nóiméad de ghnáth, agus suas le 24 uair an chloig ó am go chéile.',
  privacy:
    'Téann do phictiúir agus d’fhíseán díreach chuig Veriff, an comhlacht a sheiceálann aitheantais dúinn. Ní théann siad tríd an suíomh seo.',
  start: 'Tosaigh an deimhniú',
  continue: 'Lean leis an deimhniú',
  checking: 'An stádas á sheiceáil…',
  starting: 'Veriff á oscailt…',
  close: 'Dún',
  silentTitle: 'Níl Veriff ag freagairt',
  silentText: 'B’fhéidir go bhfuil do nasc mall, nó go bhfuil rud éigin ar an leathanach seo ag bac Veriff.',
  retry: 'Bain triail eile as',
  openElsewhere: 'Oscail i bhfuinneog nua',
  openHere: 'Lean ar aghaidh san fhuinneog seo',
  redirectNote:
    'Nuair a osclófar Veriff san fhuinneog seo, seans nach dtabharfaidh sé ar ais anseo thú. Fill ar an leathanach seo nuair a bheidh tú críochnaithe.',
  elsewhereTitle: 'Lean ar aghaidh san fhuinneog eile',
  elsewhereText: 'Nuashonrófar an leathanach seo nuair a bheidh tú críochnaithe ansin.',
  showWindow: 'Oscail an fhuinneog arís',
  imDone: 'Tá mé críochnaithe',
  usePhone: 'Úsáid do ghuthán ina ionad sin',
  useBrowser: 'Oscail i do bhrabhsálaí',
  startAnyway: 'Lean ar aghaidh anseo mar sin féin',
  noCamera: 'Níor éirigh linn teacht ar cheamara a oibríonn ar an leathanach seo.',
  inAppBrowser: 'Seans go gcuirfidh brabhsálaí na haipe seo cosc ar do cheamara.',
  phoneTitle: 'Lean ar aghaidh ar do ghuthán',
  phoneText:
    'Scan an cód le ceamara do ghutháin. Nuashonrófar an leathanach seo nuair a bheidh tú críochnaithe ansin.',
  browserTitle: 'Lean ar aghaidh i do bhrabhsálaí',
  browserText:
    'Oscail an nasc in Safari, in Chrome nó i mbrabhsálaí eile. Nuashonrófar an leathanach seo nuair a bheidh tú críochnaithe ansin.',
  qrCode: 'Cód QR chun leanúint ar aghaidh ar do ghuthán',
  copyLink: 'Cóipeáil an nasc',
  linkCopied: 'Cóipeáladh an nasc',
  shareLink: 'Comhroinn an nasc',
  newLink: 'Cruthaigh nasc nua',
  linkExpires: 'Tá an nasc bailí go dtí:',
  continueHere: 'B’fhearr liom leanúint ar aghaidh anseo',
  linkFailed: 'Níor éirigh linn nasc a chruthú. Bain triail eile as, nó lean ar aghaidh anseo.',
  leaveTitle: 'An deimhniú a fhágáil?',
  leaveText: 'Má fhágann tú anois, seans go mbeidh ort céimeanna áirithe a dhéanamh arís níos déanaí.',
  leave: 'Fág',
  stay: 'Lean ar aghaidh',
  reloadTitle: 'An leathanach seo a athlódáil?',
  reloadText:
    'Ní mór do Veriff an leathanach seo a athlódáil chun cead ceamara a iarraidh arís. Is féidir leat leanúint ar aghaidh ansin, ach seans go gcaillfear aon rud nár shábháil tú ar an leathanach seo.',
  reload: 'Athlódáil',
  notNow: 'Ní anois',
  decidingTitle: 'Tá do cháipéisí á seiceáil againn',
  decidingText: 'Is féidir leat fanacht anseo. Nuashonrófar an leathanach seo go huathoibríoch.',
  pendingTitle: 'Tá do dheimhniú á athbhreithniú',
  pendingText:
    'Níl aon rud eile le déanamh agat. Leanfar den athbhreithniú fiú má dhúnann tú an leathanach seo. Nuair a fhillfidh tú, seans go mbeidh ort logáil isteach arís nó an clárú a thosú arís.',
  overdueTitle: 'Tá sé seo ag tógáil níos faide ná mar is gnách',
  overdueText:
    'Níl do cháipéisí le feiceáil inár dtaifid fós. Leanfaimid orainn ag seiceáil. Mura bhfuil tú críochnaithe, lean leis an deimhniú.',
  unsureTitle: 'Ar chríochnaigh tú deimhniú d’aitheantais?',
  unsureText:
    'Má chríochnaigh, tá do cháipéisí á n-athbhreithniú agus níl aon rud eile le déanamh agat. Murar chríochnaigh, lean ar aghaidh ón áit ar stad tú.',
  stageSubmitted: 'Cáipéisí seolta',
  stageAutomatic: 'Seiceálacha uathoibríocha',
  stageManual: 'Athbhreithniú láimhe, más gá',
  stageResult: 'Toradh',
  stageNote: 'Ó am go chéile, d’fhéadfadh athbhreithniú láimhe suas le 24 uair an chloig a thógáil.',
  done: 'déanta',
  check: 'Seiceáil an stádas',
  verifiedTitle: 'Tá d’aitheantas deimhnithe',
  verifiedText: 'Go raibh maith agat. Tá d’aitheantas deimhnithe agus is féidir leat leanúint ar aghaidh.',
  rejectedTitle: 'Níorbh fhéidir linn d’aitheantas a dheimhniú',
  rejectedText: 'Ní insítear an chúis bheacht dúinn, ach is minic gur ceann acu seo í:',
  reasonDocument:
    'Bhí an cháipéis as dáta, doiléir nó gan a bheith go hiomlán sa phictiúr, nó ní ghlactar léi do do thír.',
  reasonIdentity:
    'Níor tháinig an féinín nó do shonraí leis an gcáipéis, nó tá tú faoi bhun 18 mbliana d’aois.',
  reasonChecks: 'Níor éirigh le seiceáil slándála.',
  rejectedLater:
    'Má tá tú 18 mbliana d’aois nó níos sine, is féidir leat leanúint leis an gclárú agus d’aitheantas a dheimhniú arís níos déanaí.',
  rejectedRetry:
    'Má tá tú 18 mbliana d’aois nó níos sine, seiceáil do cháipéis agus an soilsiú, ansin bain triail eile as.',
  required: 'Deimhnigh d’aitheantas chun leanúint ar aghaidh.',
  unreachable: 'Ní féidir linn nascadh faoi láthair. Leanfaimid orainn ag iarraidh.',
  startNote:
    'Níorbh fhéidir linn an stádas a sheiceáil faoi láthair, ach is féidir leat dul ar aghaidh mar sin féin.',
  failedTitle: 'Chuaigh rud éigin amú',
  reference: 'Tagairt:',
  support: 'Déan teagmháil leis an tacaíocht',
  'error-onboarding-invalid':
    'Tá an clárú seo as feidhm nó críochnaithe cheana. Má tá cuntas agat cheana, logáil isteach. Mura bhfuil, tosaigh arís, le do thoil.',
  'error-onboarding-not-found': 'Níor éirigh linn do chlárú a aimsiú. Tosaigh arís, le do thoil.',
  'error-not-authenticated': 'Logáladh amach thú. Logáil isteach arís, le do thoil.',
  'error-not-allowed':
    'Níl rochtain agat ar an deimhniú seo. Logáil isteach arís, le do thoil, nó déan teagmháil leis an tacaíocht.',
  'error-client-key-invalid':
    'Níl an deimhniú ar fáil faoi láthair. Déan teagmháil leis an tacaíocht, le do thoil.',
  'error-rate-limited':
    'Rinneadh an iomarca iarrachtaí. Fan nóiméad, le do thoil, ansin bain triail eile as.',
  'error-provider-unavailable':
    'Níl an deimhniú ar fáil faoi láthair. Bain triail eile as i gceann cúpla nóiméad, le do thoil.',
  'error-network': 'Ní féidir linn nascadh. Seiceáil do nasc idirlín, ansin bain triail eile as.',
  'error-timeout': 'Tá sé seo ag tógáil rófhada. Bain triail eile as, le do thoil.',
  'error-bad-response':
    'Tá fadhb ann ar ár dtaobh féin. Bain triail eile as i gceann cúpla nóiméad, le do thoil.',
  'error-untrusted-session-url':
    'Ar mhaithe le do shlándáil, chuireamar stop leis an deimhniú seo. Déan teagmháil leis an tacaíocht, le do thoil.',
  'error-popup-blocked':
    'Chuir do bhrabhsálaí cosc ar an bhfuinneog nua. Ceadaigh preabfhuinneoga don suíomh seo agus bain triail eile as, nó lean ar aghaidh san fhuinneog seo.',
  'error-veriff-unreachable': 'Níl Veriff ag freagairt. Bain triail eile as, le do thoil.',
  'error-insecure-context':
    'Níl an leathanach seo slán, mar sin ní féidir an ceamara a úsáid. Déan teagmháil leis an tacaíocht, le do thoil.',
  'error-camera-blocked-by-page':
    'Ní féidir do cheamara a úsáid ar an leathanach seo, agus chuir do bhrabhsálaí cosc ar an bhfuinneog nua. Ceadaigh preabfhuinneoga don suíomh seo agus bain triail eile as, nó lean ar aghaidh san fhuinneog seo.',
  'error-misconfigured':
    'Níl an deimhniú ar fáil faoi láthair. Déan teagmháil leis an tacaíocht, le do thoil.',
});
