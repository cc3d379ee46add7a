import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'az',
  title: 'Şəxsiyyətinizi təsdiqləyin',
  intro:
    'Qanuna əsasən, kartınızı verməzdən əvvəl şəxsiyyətinizi təsdiqləməliyik. Bu, həm də sizi şəxsiyyət oğurluğundan qorumağa kömək edir.',
  documentsTitle: 'Bu sənədlərdən birini hazır saxlayın',
  passport: 'Pasport',
  'driving-licence': 'Sürücülük vəsiqəsi',
  'national-id': 'Şəxsiyyət vəsiqəsi',
  'residence-permit': 'Yaşamaq üçün icazə vəsiqəsi',
  documentsNote:
    'Sənədin müddətinin bitmədiyinə, asan oxunduğuna və şəkildə dörd küncünün də göründüyünə əmin olun.',
  selfie:
    'Həmçinin selfi və ya qısa video çəkəcəksiniz. Brauzer kameradan istifadə etməzdən əvvəl icazə istəyəcək.',
  proofOfAddress:
    'Daha sonra son 3 aya aid ünvan təsdiqi də istəyə bilərik, məsələn, kommunal ödəniş qəbzi, bank çıxarışı, rəsmi məktub və ya kirayə müqaviləsi.',
  tipsTitle: 'Yaxşı şəkil üçün məsləhətlər',
  tipLight: 'Yaxşı işıqlandırılan, parıltısız bir yer tapın.',
  tipClear: 'Şəkil aydın görünənə qədər tərpənməyin.',
  tipGlasses: 'Selfi üçün eynəyinizi çıxarın.',
  duration: 'Təxminən 2 dəqiqə',
  timing:
    'Avtomatik yoxlamalar 5–15 dəqiqə çəkir. Əl ilə yoxlama lazım olarsa, o, adətən 15–60 dəqiqə, bəzən isə 24 saata qədər çəkir.',
  privacy:
    'Şəkilləriniz və videonuz birbaşa bizim üçün şəxsiyyəti yoxlayan Veriff şirkətinə göndərilir. Onlar bu saytdan keçmir.',
  start: 'Təsdiqləməyə başla',
  continue: 'Təsdiqləməyə davam et',
  checking: 'Status yoxlanılır…',
  starting: 'Veriff açılır…',
  close: 'Bağla',
  silentTitle: 'Veriff cavab vermir',
  silentText: 'Ola bilsin, bağlantınız zəifdir və ya bu səhifədə nəsə Veriff-i bloklayır.',
  retry: 'Yenidən cəhd et',
  openElsewhere: 'Yeni pəncərədə aç',
  openHere: 'Bu pəncərədə davam et',
  redirectNote: 'Veriff bu pəncərədə açıldıqda sizi geri qaytarmaya bilər. Bitirdikdə bu səhifəyə qayıdın.',
  elsewhereTitle: 'Digər pəncərədə davam edin',
  elsewhereText: 'Orada bitirdikdə bu səhifə yenilənəcək.',
  showWindow: 'Pəncərəni yenidən aç',
  imDone: 'Bitirdim',
  usePhone: 'Telefondan istifadə et',
  useBrowser: 'Brauzerdə aç',
  startAnyway: 'Yenə də burada davam et',
  noCamera: 'Bu səhifədə işləyən kamera tapa bilmədik.',
  inAppBrowser: 'Bu tətbiqin brauzeri kameranızı bloklaya bilər.',
  phoneTitle: 'Telefonunuzda davam edin',
  phoneText: 'Kodu telefonunuzun kamerası ilə skan edin. Orada bitirdikdə bu səhifə yenilənəcək.',
  browserTitle: 'Öz brauzerinizdə davam edin',
  browserText: 'Linki Safari, Chrome və ya başqa brauzerdə açın. Orada bitirdikdə bu səhifə yenilənəcək.',
  qrCode: 'Telefonda davam etmək üçün QR kod',
  copyLink: 'Linki kopyala',
  linkCopied: 'Link kopyalandı',
  shareLink: 'Linki paylaş',
  newLink: 'Yeni link yarat',
  linkExpires: 'Link bu vaxta qədər etibarlıdır:',
  continueHere: 'Bunun əvəzinə burada davam et',
  linkFailed: 'Link yarada bilmədik. Yenidən cəhd edin və ya burada davam edin.',
  leaveTitle: 'Təsdiqləmə prosesindən çıxmaq istəyirsiniz?',
  leaveText: 'İndi çıxsanız, sonra bəzi addımları təkrarlamalı ola bilərsiniz.',
  leave: 'Çıx',
  stay: 'Davam et',
  reloadTitle: 'Bu səhifə yenidən yüklənsin?',
  reloadText:
    'Kameraya icazəni yenidən istəmək üçün Veriff bu səhifəni yenidən yükləməlidir. Sonra davam edə bilərsiniz, lakin bu səhifədə yadda saxlamadıqlarınız itə bilər.',
  reload: 'Yenidən yüklə',
  notNow: 'İndi yox',
  decidingTitle: 'Sənədlərinizi yoxlayırıq',
  decidingText: 'Burada gözləyə bilərsiniz. Bu səhifə avtomatik yenilənəcək.',
  pendingTitle: 'Məlumatlarınız yoxlanılır',
  pendingText:
    'Başqa heç nə etməyə ehtiyac yoxdur. Bu səhifəni bağlasanız da, yoxlama davam edəcək. Qayıdanda hesabınıza daxil olmalı və ya qeydiyyata yenidən başlamalı ola bilərsiniz.',
  overdueTitle: 'Bu, həmişəkindən uzun çəkir',
  overdueText:
    'Sənədləriniz hələ sistemimizdə görünmür. İzləməyə davam edəcəyik. Bitirməmisinizsə, təsdiqləməyə davam edin.',
  unsureTitle: 'Şəxsiyyətinizi təsdiqləməyi bitirdinizmi?',
  unsureText:
    'Bitirmisinizsə, sənədləriniz yoxlanılır və başqa heç nə etməyə ehtiyac yoxdur. Bitirməmisinizsə, qaldığınız yerdən davam edin.',
  stageSubmitted: 'Sənədlər göndərilib',
  stageAutomatic: 'Avtomatik yoxlamalar',
  stageManual: 'Lazım olarsa, əl ilə yoxlama',
  stageResult: 'Nəticə',
  stageNote: 'Bəzən əl ilə yoxlama 24 saata qədər çəkə bilər.',
  done: 'tamamlandı',
  check: 'Statusa bax',
  verifiedTitle: 'Şəxsiyyətiniz təsdiqləndi',
  verifiedText: 'Təşəkkür edirik. Şəxsiyyətiniz təsdiqləndi və davam edə bilərsiniz.',
  rejectedTitle: 'Şəxsiyyətinizi təsdiqləyə bilmədik',
  rejectedText: 'Dəqiq səbəb bizə bildirilmir, lakin çox vaxt bunlardan biri olur:',
  reasonDocument:
    'Sənədin müddəti bitmişdi, şəkil bulanıq idi, sənəd tam görünmürdü və ya ölkəniz üçün qəbul edilmir.',
  reasonIdentity: 'Selfi və ya məlumatlarınız sənədə uyğun gəlmədi, yaxud 18 yaşınız tamam olmayıb.',
  reasonChecks: 'Təhlükəsizlik yoxlamalarından biri uğursuz oldu.',
  rejectedLater:
    '18 yaşınız tamam olubsa, qeydiyyata davam edə və şəxsiyyətinizi sonra yenidən təsdiqləyə bilərsiniz.',
  rejectedRetry: '18 yaşınız tamam olubsa, sənədinizi və işığı yoxlayıb yenidən cəhd edin.',
  required: 'Davam etmək üçün şəxsiyyətinizi təsdiqləyin.',
  unreachable: 'Hazırda qoşula bilmirik. Cəhd etməyə davam edəcəyik.',
  startNote: 'Statusu yoxlaya bilmədik, lakin yenə də davam edə bilərsiniz.',
  failedTitle: 'Xəta baş verdi',
  reference: 'İstinad kodu:',
  support: 'Dəstək xidməti ilə əlaqə',
  'error-onboarding-invalid':
    'Bu qeydiyyatın müddəti bitib və ya o, artıq tamamlanıb. Hesabınız varsa, daxil olun. Yoxdursa, yenidən başlayın.',
  'error-onboarding-not-found': 'Qeydiyyatınızı tapa bilmədik. Zəhmət olmasa, yenidən başlayın.',
  'error-not-authenticated': 'Hesabınızdan çıxış edilib. Zəhmət olmasa, yenidən daxil olun.',
  'error-not-allowed':
    'Bu təsdiqləməyə girişiniz yoxdur. Zəhmət olmasa, yenidən daxil olun və ya dəstək xidməti ilə əlaqə saxlayın.',
  'error-client-key-invalid':
    'Təsdiqləmə hazırda əlçatan deyil. Zəhmət olmasa, dəstək xidməti ilə əlaqə saxlayın.',
  'error-rate-limited': 'Həddən artıq cəhd edilib. Bir dəqiqə gözləyin, sonra yenidən cəhd edin.',
  'error-provider-unavailable':
    'Təsdiqləmə hazırda əlçatan deyil. Zəhmət olmasa, bir neçə dəqiqədən sonra yenidən cəhd edin.',
  'error-network': 'Qoşula bilmirik. İnternet bağlantınızı yoxlayın, sonra yenidən cəhd edin.',
  'error-timeout': 'Bu, çox uzun çəkir. Zəhmət olmasa, yenidən cəhd edin.',
  'error-bad-response':
    'Problem bizim tərəfdədir. Zəhmət olmasa, bir neçə dəqiqədən sonra yenidən cəhd edin.',
  'error-untrusted-session-url':
    'Təhlükəsizliyiniz üçün bu təsdiqləməni dayandırdıq. Zəhmət olmasa, dəstək xidməti ilə əlaqə saxlayın.',
  'error-popup-blocked':
    'Brauzer yeni pəncərəni blokladı. Bu sayt üçün pop-up pəncərələrə icazə verib yenidən cəhd edin və ya bu pəncərədə davam edin.',
  'error-veriff-unreachable': 'Veriff cavab vermir. Zəhmət olmasa, yenidən cəhd edin.',
  'error-insecure-context':
    'Bu səhifə təhlükəsiz deyil, ona görə də kameradan istifadə etmək olmur. Zəhmət olmasa, dəstək xidməti ilə əlaqə saxlayın.',
  'error-camera-blocked-by-page':
    'Bu səhifədə kameradan istifadə etmək olmur və brauzer yeni pəncərəni blokladı. Bu sayt üçün pop-up pəncərələrə icazə verib yenidən cəhd edin və ya bu pəncərədə davam edin.',
  'error-misconfigured':
    'Təsdiqləmə hazırda əlçatan deyil. Zəhmət olmasa, dəstək xidməti ilə əlaqə saxlayın.',
});
