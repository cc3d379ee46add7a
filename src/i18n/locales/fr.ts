import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'fr',
  title: 'Vérifiez votre identité',
  intro:
    'La loi nous oblige à confirmer votre identité avant d’émettre votre carte. Cela contribue aussi à vous protéger contre l’usurpation d’identité.',
  documentsTitle: 'Préparez l’un de ces documents',
  passport: 'Passeport',
  'driving-licence': 'Permis de conduire',
  'national-id': 'Carte d’identité',
  'residence-permit': 'Titre de séjour',
  documentsNote:
    'Vérifiez qu’il n’est pas expiré et qu’il est bien lisible, avec les quatre coins visibles sur la photo.',
  selfie:
    'Vous prendrez aussi un selfie ou filmerez une courte vidéo. Votre navigateur vous demandera l’autorisation avant d’utiliser votre caméra.',
  proofOfAddress:
    'Plus tard, nous pourrons aussi vous demander un justificatif de domicile de moins de 3 mois, par exemple une facture d’énergie, un relevé bancaire, un courrier administratif ou un bail.',
  tipsTitle: 'Pour une bonne photo',
  tipLight: 'Choisissez un endroit bien éclairé, sans reflets.',
  tipClear: 'Restez immobile jusqu’à ce que la photo soit nette.',
  tipGlasses: 'Retirez vos lunettes pour le selfie.',
  duration: 'Environ 2 minutes',
  timing:
    'Les contrôles automatiques prennent 5 à 15 minutes. Si un examen manuel est nécessaire, il prend en général 15 à 60 minutes et, dans de rares cas, jusqu’à 24 heures.',
  privacy:
    'Vos photos et votre vidéo vont directement à Veriff, la société qui vérifie les identités pour nous. Elles ne passent pas par ce site.',
  start: 'Commencer la vérification',
  continue: 'Reprendre la vérification',
  checking: 'Récupération de votre statut…',
  starting: 'Ouverture de Veriff…',
  close: 'Fermer',
  silentTitle: 'Veriff ne répond pas',
  silentText: 'Votre connexion est peut-être lente, ou quelque chose sur cette page bloque Veriff.',
  retry: 'Réessayer',
  openElsewhere: 'Ouvrir dans une nouvelle fenêtre',
  openHere: 'Continuer dans cette fenêtre',
  redirectNote:
    'Lorsque Veriff s’ouvre dans cette fenêtre, le retour n’est pas toujours automatique. Revenez sur cette page dès que vous aurez terminé.',
  elsewhereTitle: 'Continuez dans l’autre fenêtre',
  elsewhereText: 'Cette page se mettra à jour dès que vous aurez terminé.',
  showWindow: 'Rouvrir la fenêtre',
  imDone: 'J’ai terminé',
  usePhone: 'Utiliser plutôt votre téléphone',
  useBrowser: 'Ouvrir dans votre navigateur',
  startAnyway: 'Continuer ici quand même',
  noCamera: 'Nous n’avons pas trouvé de caméra qui fonctionne sur cette page.',
  inAppBrowser: 'Le navigateur intégré à cette application bloque peut-être votre caméra.',
  phoneTitle: 'Continuez sur votre téléphone',
  phoneText:
    'Scannez le code avec l’appareil photo de votre téléphone. Cette page se mettra à jour dès que vous aurez terminé.',
  browserTitle: 'Continuez dans votre navigateur',
  browserText:
    'Ouvrez le lien dans Safari, Chrome ou un autre navigateur. Cette page se mettra à jour dès que vous aurez terminé.',
  qrCode: 'QR code pour continuer sur votre téléphone',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié',
  shareLink: 'Partager le lien',
  newLink: 'Créer un nouveau lien',
  linkExpires: 'Ce lien est valable jusqu’à :',
  continueHere: 'Continuer plutôt ici',
  linkFailed: 'Nous n’avons pas pu créer de lien. Réessayez ou continuez ici.',
  leaveTitle: 'Quitter la vérification ?',
  leaveText: 'Si vous quittez maintenant, vous devrez peut-être refaire certaines étapes plus tard.',
  leave: 'Quitter',
  stay: 'Rester ici',
  reloadTitle: 'Recharger cette page ?',
  reloadText:
    'Veriff doit recharger cette page pour pouvoir redemander l’accès à votre caméra. Vous pourrez ensuite continuer, mais ce que vous n’avez pas enregistré sur cette page risque d’être perdu.',
  reload: 'Recharger',
  notNow: 'Pas maintenant',
  decidingTitle: 'Nous contrôlons vos documents',
  decidingText: 'Vous pouvez patienter ici. Cette page se mettra à jour automatiquement.',
  pendingTitle: 'Votre vérification est en cours d’examen',
  pendingText:
    'Vous n’avez plus rien à faire. L’examen se poursuit même si vous fermez cette page. À votre retour, vous devrez peut-être vous connecter ou recommencer votre inscription.',
  overdueTitle: 'Cela prend plus de temps que d’habitude',
  overdueText:
    'Vos documents n’apparaissent pas encore dans notre système. Nous continuons d’actualiser leur statut. Si vous n’avez pas terminé, reprenez la vérification.',
  unsureTitle: 'Avez-vous terminé la vérification de votre identité ?',
  unsureText:
    'Si oui, vos documents sont en cours d’examen et vous n’avez plus rien à faire. Sinon, reprenez là où vous en étiez.',
  stageSubmitted: 'Documents envoyés',
  stageAutomatic: 'Contrôles automatiques',
  stageManual: 'Examen manuel, si nécessaire',
  stageResult: 'Résultat',
  stageNote: 'Dans de rares cas, un examen manuel peut prendre jusqu’à 24 heures.',
  done: 'terminé',
  check: 'Actualiser le statut',
  verifiedTitle: 'Votre identité est vérifiée',
  verifiedText: 'Merci. Votre identité est confirmée, vous pouvez continuer.',
  rejectedTitle: 'Nous n’avons pas pu vérifier votre identité',
  rejectedText: 'La raison exacte ne nous est pas communiquée, mais c’est souvent l’une de celles-ci :',
  reasonDocument:
    'Votre document était expiré, flou ou coupé sur la photo, ou il n’est pas accepté pour votre pays.',
  reasonIdentity:
    'Votre selfie ou vos informations ne correspondaient pas à votre document, ou vous avez moins de 18 ans.',
  reasonChecks: 'Un contrôle de sécurité n’a pas abouti.',
  rejectedLater:
    'Si vous avez 18 ans ou plus, vous pouvez poursuivre votre inscription et vérifier à nouveau votre identité plus tard.',
  rejectedRetry: 'Si vous avez 18 ans ou plus, vérifiez votre document et l’éclairage, puis réessayez.',
  required: 'Vérifiez votre identité pour continuer.',
  unreachable: 'Connexion impossible pour le moment. Nous continuons d’essayer.',
  startNote: 'Nous n’avons pas pu récupérer votre statut, mais vous pouvez quand même continuer.',
  failedTitle: 'Un problème est survenu',
  reference: 'Référence :',
  support: 'Contacter l’assistance',
  'error-onboarding-invalid':
    'Cette inscription a expiré ou est déjà terminée. Si vous avez déjà un compte, connectez-vous. Sinon, veuillez recommencer.',
  'error-onboarding-not-found': 'Nous n’avons pas trouvé votre inscription. Veuillez recommencer.',
  'error-not-authenticated': 'Votre session est terminée. Veuillez vous reconnecter.',
  'error-not-allowed':
    'Vous n’avez pas accès à cette vérification. Veuillez vous reconnecter ou contacter l’assistance.',
  'error-client-key-invalid':
    'La vérification est indisponible pour le moment. Veuillez contacter l’assistance.',
  'error-rate-limited': 'Il y a eu trop de tentatives. Veuillez patienter une minute, puis réessayer.',
  'error-provider-unavailable':
    'La vérification est indisponible pour le moment. Veuillez réessayer dans quelques minutes.',
  'error-network': 'Connexion impossible. Vérifiez votre connexion Internet, puis réessayez.',
  'error-timeout': 'Cela prend trop de temps. Veuillez réessayer.',
  'error-bad-response': 'Un problème est survenu de notre côté. Veuillez réessayer dans quelques minutes.',
  'error-untrusted-session-url':
    'Pour votre sécurité, nous avons interrompu cette vérification. Veuillez contacter l’assistance.',
  'error-popup-blocked':
    'Votre navigateur a bloqué la nouvelle fenêtre. Autorisez les fenêtres pop-up pour ce site et réessayez, ou continuez dans cette fenêtre.',
  'error-veriff-unreachable': 'Veriff ne répond pas. Veuillez réessayer.',
  'error-insecure-context':
    'Cette page n’est pas sécurisée, votre caméra ne peut donc pas être utilisée. Veuillez contacter l’assistance.',
  'error-camera-blocked-by-page':
    'Votre caméra ne peut pas être utilisée sur cette page et votre navigateur a bloqué la nouvelle fenêtre. Autorisez les fenêtres pop-up pour ce site et réessayez, ou continuez dans cette fenêtre.',
  'error-misconfigured': 'La vérification est indisponible pour le moment. Veuillez contacter l’assistance.',
});
