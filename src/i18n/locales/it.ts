import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'it',
  title: 'Verifica la tua identità',
  intro:
    'Per legge dobbiamo verificare la tua identità prima di emettere la tua carta. Questo aiuta anche a proteggerti dal furto d’identità.',
  documentsTitle: 'Tieni pronto uno di questi documenti',
  passport: 'Passaporto',
  'driving-licence': 'Patente di guida',
  'national-id': 'Carta d’identità',
  'residence-permit': 'Permesso di soggiorno',
  documentsNote:
    'Assicurati che non sia scaduto e che sia ben leggibile, con tutti e quattro gli angoli nella foto.',
  selfie:
    'Dovrai anche fare un selfie o registrare un breve video. Il browser ti chiederà il permesso prima di usare la fotocamera.',
  proofOfAddress:
    'In seguito potremmo chiederti anche una prova di residenza degli ultimi 3 mesi, come una bolletta, un estratto conto, una lettera di un ente pubblico o un contratto d’affitto.',
  tipsTitle: 'Per una buona foto',
  tipLight: 'Scegli un posto ben illuminato, senza riflessi.',
  tipClear: 'Non muoverti finché la foto non è a fuoco.',
  tipGlasses: 'Togli gli occhiali per il selfie.',
  duration: 'Circa 2 minuti',
  timing:
    'I controlli automatici richiedono da 5 a 15 minuti. Se serve una revisione manuale, di solito richiede da 15 a 60 minuti e, in rari casi, fino a 24 ore.',
  privacy:
    'Le tue foto e il tuo video vanno direttamente a Veriff, l’azienda che verifica le identità per noi. Non passano da questo sito.',
  start: 'Inizia la verifica',
  continue: 'Continua la verifica',
  checking: 'Controllo dello stato in corso…',
  starting: 'Apertura di Veriff…',
  close: 'Chiudi',
  silentTitle: 'Veriff non risponde',
  silentText:
    'La connessione potrebbe essere lenta, oppure qualcosa in questa pagina potrebbe bloccare Veriff.',
  retry: 'Riprova',
  openElsewhere: 'Apri in una nuova finestra',
  openHere: 'Continua in questa finestra',
  redirectNote:
    'Quando Veriff si apre in questa finestra, il ritorno non è sempre automatico. Quando avrai finito, torna a questa pagina.',
  elsewhereTitle: 'Continua nell’altra finestra',
  elsewhereText: 'Quando avrai finito lì, questa pagina si aggiornerà.',
  showWindow: 'Riapri la finestra',
  imDone: 'Ho finito',
  usePhone: 'Usa il telefono',
  useBrowser: 'Apri nel tuo browser',
  startAnyway: 'Continua comunque qui',
  noCamera: 'Non abbiamo trovato una fotocamera che funzioni in questa pagina.',
  inAppBrowser: 'Il browser integrato in questa app potrebbe bloccare la fotocamera.',
  phoneTitle: 'Continua sul telefono',
  phoneText:
    'Inquadra il codice con la fotocamera del telefono. Quando avrai finito lì, questa pagina si aggiornerà.',
  browserTitle: 'Continua nel tuo browser',
  browserText:
    'Apri il link in Safari, Chrome o un altro browser. Quando avrai finito lì, questa pagina si aggiornerà.',
  qrCode: 'Codice QR per continuare sul telefono',
  copyLink: 'Copia link',
  linkCopied: 'Link copiato',
  shareLink: 'Condividi link',
  newLink: 'Crea un nuovo link',
  linkExpires: 'Questo link è valido fino a:',
  continueHere: 'Preferisco continuare qui',
  linkFailed: 'Non siamo riusciti a creare un link. Riprova o continua qui.',
  leaveTitle: 'Vuoi uscire dalla verifica?',
  leaveText: 'Se esci ora, in seguito potresti dover ripetere alcuni passaggi.',
  leave: 'Esci',
  stay: 'Resta qui',
  reloadTitle: 'Vuoi ricaricare questa pagina?',
  reloadText:
    'Veriff deve ricaricare questa pagina per poterti chiedere di nuovo l’accesso alla fotocamera. Poi potrai continuare, ma ciò che non hai salvato in questa pagina potrebbe andare perso.',
  reload: 'Ricarica',
  notNow: 'Non ora',
  decidingTitle: 'Stiamo controllando i tuoi documenti',
  decidingText: 'Puoi aspettare qui. Questa pagina si aggiornerà automaticamente.',
  pendingTitle: 'La tua verifica è in fase di revisione',
  pendingText:
    'Non devi fare altro. La revisione continua anche se chiudi questa pagina. Quando torni, potresti dover accedere o ricominciare la registrazione.',
  overdueTitle: 'Ci vuole più tempo del solito',
  overdueText:
    'I tuoi documenti non risultano ancora nei nostri sistemi. Continueremo a controllare. Se non hai finito, continua la verifica.',
  unsureTitle: 'Hai completato la verifica della tua identità?',
  unsureText:
    'Se sì, i tuoi documenti sono in fase di revisione e non devi fare altro. Se no, riprendi da dove avevi lasciato.',
  stageSubmitted: 'Documenti inviati',
  stageAutomatic: 'Controlli automatici',
  stageManual: 'Revisione manuale, se necessaria',
  stageResult: 'Esito',
  stageNote: 'In rari casi una revisione manuale può richiedere fino a 24 ore.',
  done: 'fatto',
  check: 'Controlla lo stato',
  verifiedTitle: 'La tua identità è verificata',
  verifiedText: 'Grazie. La tua identità è confermata e puoi continuare.',
  rejectedTitle: 'Non siamo riusciti a verificare la tua identità',
  rejectedText: 'Non ci viene comunicato il motivo esatto, ma spesso è uno di questi:',
  reasonDocument:
    'Il tuo documento era scaduto, sfocato o non interamente inquadrato, oppure non è accettato per il tuo Paese.',
  reasonIdentity: 'Il selfie o i tuoi dati non corrispondevano al documento, oppure hai meno di 18 anni.',
  reasonChecks: 'Un controllo di sicurezza non è andato a buon fine.',
  rejectedLater:
    'Se hai almeno 18 anni, puoi proseguire con la registrazione e ripetere la verifica più tardi.',
  rejectedRetry: 'Se hai almeno 18 anni, controlla il documento e la luce, poi riprova.',
  required: 'Verifica la tua identità per continuare.',
  unreachable: 'Al momento non riusciamo a connetterci. Continueremo a provare.',
  startNote: 'Non siamo riusciti a controllare lo stato della verifica, ma puoi continuare lo stesso.',
  failedTitle: 'Qualcosa è andato storto',
  reference: 'Riferimento:',
  support: 'Contatta l’assistenza',
  'error-onboarding-invalid':
    'Questa registrazione è scaduta o è già stata completata. Se hai già un account, accedi. Altrimenti, ricomincia da capo.',
  'error-onboarding-not-found': 'Non abbiamo trovato la tua registrazione. Ricomincia da capo.',
  'error-not-authenticated': 'La sessione è terminata. Accedi di nuovo.',
  'error-not-allowed': 'Non hai accesso a questa verifica. Accedi di nuovo o contatta l’assistenza.',
  'error-client-key-invalid': 'La verifica non è disponibile al momento. Contatta l’assistenza.',
  'error-rate-limited': 'Ci sono stati troppi tentativi. Aspetta un minuto, poi riprova.',
  'error-provider-unavailable': 'La verifica non è disponibile al momento. Riprova tra qualche minuto.',
  'error-network': 'Non riusciamo a connetterci. Controlla la tua connessione a internet, poi riprova.',
  'error-timeout': 'L’operazione sta richiedendo troppo tempo. Riprova.',
  'error-bad-response': 'C’è un problema da parte nostra. Riprova tra qualche minuto.',
  'error-untrusted-session-url':
    'Per la tua sicurezza abbiamo interrotto questa verifica. Contatta l’assistenza.',
  'error-popup-blocked':
    'Il browser ha bloccato la nuova finestra. Consenti i popup per questo sito e riprova, oppure continua in questa finestra.',
  'error-veriff-unreachable': 'Veriff non risponde. Riprova.',
  'error-insecure-context':
    'Questa pagina non è sicura, quindi la fotocamera non può essere usata. Contatta l’assistenza.',
  'error-camera-blocked-by-page':
    'La fotocamera non può essere usata in questa pagina e il browser ha bloccato la nuova finestra. Consenti i popup per questo sito e riprova, oppure continua in questa finestra.',
  'error-misconfigured': 'La verifica non è disponibile al momento. Contatta l’assistenza.',
});
