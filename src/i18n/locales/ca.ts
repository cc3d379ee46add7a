import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'ca',
  title: 'Verifiqui la seva identitat',
  intro:
    'Per llei, hem de confirmar qui és vostè abans d’emetre la seva targeta. Això també ajuda a prevenir la suplantació de la seva identitat.',
  documentsTitle: 'Tingui a mà un d’aquests documents',
  passport: 'Passaport',
  'driving-licence': 'Permís de conduir',
  'national-id': 'Document d’identitat',
  'residence-permit': 'Permís de residència',
  documentsNote: 'Comprovi que no estigui caducat i que es llegeixi bé, amb les quatre cantonades a la foto.',
  selfie:
    'També s’haurà de fer una selfie o gravar un vídeo curt. El navegador li demanarà permís abans de fer servir la càmera.',
  proofOfAddress:
    'Més endavant també podríem demanar-li un justificant de domicili dels últims 3 mesos, com ara una factura de subministraments, un extracte bancari, una carta oficial o un contracte de lloguer.',
  tipsTitle: 'Consells per fer una bona foto',
  tipLight: 'Busqui un lloc ben il·luminat i sense reflexos.',
  tipClear: 'No es mogui fins que la foto estigui enfocada.',
  tipGlasses: 'Tregui’s les ulleres per a la selfie.',
  duration: 'Uns 2 minuts',
  timing:
    'Les comprovacions automàtiques triguen entre 5 i 15 minuts. Si cal una revisió manual, sol trigar entre 15 i 60 minuts i, de vegades, fins a 24 hores.',
  privacy:
    'Les seves fotos i el seu vídeo van directament a Veriff, l’empresa que verifica identitats per a nosaltres. No passen per aquest lloc web.',
  start: 'Comença la verificació',
  continue: 'Continua la verificació',
  checking: 'S’està consultant l’estat de la verificació…',
  starting: 'S’està obrint Veriff…',
  close: 'Tanca',
  silentTitle: 'Veriff no respon',
  silentText: 'Potser la connexió és lenta o alguna cosa d’aquesta pàgina està bloquejant Veriff.',
  retry: 'Torna-ho a provar',
  openElsewhere: 'Obre en una finestra nova',
  openHere: 'Continua en aquesta finestra',
  redirectNote:
    'Quan Veriff s’obre en aquesta finestra, el retorn no sempre és automàtic. Quan hagi acabat, torni a aquesta pàgina.',
  elsewhereTitle: 'Continuï a l’altra finestra',
  elsewhereText: 'Aquesta pàgina s’actualitzarà quan hagi acabat allà.',
  showWindow: 'Torna a obrir la finestra',
  imDone: 'Ja he acabat',
  usePhone: 'Fes-ho des del mòbil',
  useBrowser: 'Obre al navegador habitual',
  startAnyway: 'Continua aquí igualment',
  noCamera: 'No hem trobat cap càmera que funcioni en aquesta pàgina.',
  inAppBrowser: 'El navegador integrat en aquesta aplicació podria bloquejar la càmera.',
  phoneTitle: 'Continuï al mòbil',
  phoneText: 'Escanegi el codi amb la càmera del mòbil. Aquesta pàgina s’actualitzarà quan hagi acabat allà.',
  browserTitle: 'Continuï al navegador habitual',
  browserText:
    'Obri l’enllaç al Safari, al Chrome o en un altre navegador. Aquesta pàgina s’actualitzarà quan hagi acabat allà.',
  qrCode: 'Codi QR per continuar al mòbil',
  copyLink: 'Copia l’enllaç',
  linkCopied: 'Enllaç copiat',
  shareLink: 'Comparteix l’enllaç',
  newLink: 'Crea un enllaç nou',
  linkExpires: 'Aquest enllaç és vàlid fins a:',
  continueHere: 'Prefereixo continuar aquí',
  linkFailed: 'No hem pogut crear l’enllaç. Torni-ho a provar o continuï aquí.',
  leaveTitle: 'Vol sortir de la verificació?',
  leaveText: 'Si surt ara, potser més endavant haurà de repetir alguns passos.',
  leave: 'Surt',
  stay: 'Continua aquí',
  reloadTitle: 'Vol tornar a carregar aquesta pàgina?',
  reloadText:
    'Veriff necessita tornar a carregar aquesta pàgina per demanar-li un altre cop accés a la càmera. Després podrà continuar, però és possible que es perdi el que no hagi desat en aquesta pàgina.',
  reload: 'Torna a carregar',
  notNow: 'Ara no',
  decidingTitle: 'Estem comprovant els seus documents',
  decidingText: 'Pot esperar aquí. Aquesta pàgina s’actualitzarà automàticament.',
  pendingTitle: 'La seva verificació està en revisió',
  pendingText:
    'No ha de fer res més. La revisió continua encara que tanqui aquesta pàgina. Quan torni, potser haurà d’iniciar la sessió o tornar a començar el registre.',
  overdueTitle: 'Està trigant més del que és habitual',
  overdueText:
    'Els seus documents encara no apareixen als nostres registres. Ho continuarem consultant. Si no ha acabat, continuï la verificació.',
  unsureTitle: 'Ha acabat de verificar la seva identitat?',
  unsureText:
    'Si és així, els seus documents estan en revisió i no ha de fer res més. Si no, continuï on ho va deixar.',
  stageSubmitted: 'Documents enviats',
  stageAutomatic: 'Comprovacions automàtiques',
  stageManual: 'Revisió manual, si cal',
  stageResult: 'Resultat',
  stageNote: 'De vegades, una revisió manual pot trigar fins a 24 hores.',
  done: 'fet',
  check: 'Consulta l’estat',
  verifiedTitle: 'La seva identitat està verificada',
  verifiedText: 'Gràcies. Hem confirmat la seva identitat i ja pot continuar.',
  rejectedTitle: 'No hem pogut verificar la seva identitat',
  rejectedText: 'No ens comuniquen el motiu exacte, però sovint és un d’aquests:',
  reasonDocument:
    'El document estava caducat, era borrós o no sortia sencer a la foto, o no s’accepta per al seu país.',
  reasonIdentity: 'La selfie o les seves dades no coincidien amb el document, o vostè és menor de 18 anys.',
  reasonChecks: 'Un control de seguretat no ha estat satisfactori.',
  rejectedLater:
    'Si té 18 anys o més, pot continuar amb el registre i tornar a verificar la seva identitat més tard.',
  rejectedRetry: 'Si té 18 anys o més, revisi el document i la llum, i torni-ho a provar.',
  required: 'Verifiqui la seva identitat per continuar.',
  unreachable: 'Ara no ens podem connectar. Ho continuarem intentant.',
  startNote: 'No hem pogut consultar l’estat de la verificació, però pot continuar igualment.',
  failedTitle: 'Alguna cosa ha fallat',
  reference: 'Referència:',
  support: 'Contacta amb l’assistència',
  'error-onboarding-invalid':
    'Aquest registre ha caducat o ja està complet. Si ja té un compte, iniciï la sessió. Si no, torni a començar.',
  'error-onboarding-not-found': 'No hem trobat el seu registre. Torni a començar.',
  'error-not-authenticated': 'La seva sessió s’ha tancat. Torni a iniciar la sessió.',
  'error-not-allowed':
    'No té accés a aquesta verificació. Torni a iniciar la sessió o posi’s en contacte amb el servei d’assistència.',
  'error-client-key-invalid':
    'La verificació no està disponible ara. Posi’s en contacte amb el servei d’assistència.',
  'error-rate-limited': 'Hi ha hagut massa intents. Esperi un minut i torni-ho a provar.',
  'error-provider-unavailable':
    'La verificació no està disponible ara. Torni-ho a provar d’aquí a uns minuts.',
  'error-network': 'No ens podem connectar. Revisi la connexió a internet i torni-ho a provar.',
  'error-timeout': 'Està trigant massa. Torni-ho a provar.',
  'error-bad-response': 'Hi ha un problema per part nostra. Torni-ho a provar d’aquí a uns minuts.',
  'error-untrusted-session-url':
    'Per la seva seguretat, hem aturat aquesta verificació. Posi’s en contacte amb el servei d’assistència.',
  'error-popup-blocked':
    'El navegador ha bloquejat la finestra nova. Permeti les finestres emergents d’aquest lloc web i torni-ho a provar, o continuï en aquesta finestra.',
  'error-veriff-unreachable': 'Veriff no respon. Torni-ho a provar.',
  'error-insecure-context':
    'Aquesta pàgina no és segura i, per això, no es pot fer servir la càmera. Posi’s en contacte amb el servei d’assistència.',
  'error-camera-blocked-by-page':
    'No es pot fer servir la càmera en aquesta pàgina i el navegador ha bloquejat la finestra nova. Permeti les finestres emergents d’aquest lloc web i torni-ho a provar, o continuï en aquesta finestra.',
  'error-misconfigured':
    'La verificació no està disponible ara. Posi’s en contacte amb el servei d’assistència.',
});
