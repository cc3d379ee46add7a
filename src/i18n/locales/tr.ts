import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'tr',
  title: 'Kimliğinizi doğrulayın',
  intro:
    'Kanun gereği, kartınızı vermeden önce kimliğinizi doğrulamamız gerekiyor. Bu, sizi kimlik hırsızlığına karşı korumaya da yardımcı olur.',
  documentsTitle: 'Bunlardan birini hazır bulundurun',
  passport: 'Pasaport',
  'driving-licence': 'Sürücü belgesi',
  'national-id': 'Kimlik kartı',
  'residence-permit': 'İkamet izni',
  documentsNote:
    'Belgenin süresinin dolmadığından, kolay okunduğundan ve dört köşesinin de fotoğrafta göründüğünden emin olun.',
  selfie:
    'Ayrıca bir selfie veya kısa bir video çekeceksiniz. Tarayıcınız kamerayı kullanmadan önce izin ister.',
  proofOfAddress:
    'Daha sonra sizden fatura, hesap özeti, resmî yazı veya kira sözleşmesi gibi, adresinizi gösteren ve son 3 aya ait bir belge de isteyebiliriz.',
  tipsTitle: 'İyi bir fotoğraf için ipuçları',
  tipLight: 'Parlama olmayan, iyi aydınlatılmış bir yer bulun.',
  tipClear: 'Fotoğraf netleşene kadar kıpırdamayın.',
  tipGlasses: 'Selfie için gözlüğünüzü çıkarın.',
  duration: 'Yaklaşık 2 dakika',
  timing:
    'Otomatik kontroller 5 ila 15 dakika sürer. Manuel inceleme gerekirse bu genellikle 15 ila 60 dakika sürer, nadiren 24 saate kadar uzayabilir.',
  privacy:
    'Fotoğraflarınız ve videonuz, bizim adımıza kimlikleri kontrol eden Veriff şirketine doğrudan gider. Bu siteden geçmez.',
  start: 'Doğrulamayı başlat',
  continue: 'Doğrulamaya devam et',
  checking: 'Durum kontrol ediliyor…',
  starting: 'Veriff açılıyor…',
  close: 'Kapat',
  silentTitle: 'Veriff yanıt vermiyor',
  silentText: 'Bağlantınız yavaş olabilir veya bu sayfadaki bir şey Veriff’i engelliyor olabilir.',
  retry: 'Yeniden dene',
  openElsewhere: 'Yeni pencerede aç',
  openHere: 'Bu pencerede devam et',
  redirectNote:
    'Veriff bu pencerede açıldığında sizi buraya geri getirmeyebilir. İşiniz bitince bu sayfaya dönün.',
  elsewhereTitle: 'Diğer pencerede devam edin',
  elsewhereText: 'Orada işiniz bitince bu sayfa güncellenir.',
  showWindow: 'Pencereyi yeniden aç',
  imDone: 'Tamamladım',
  usePhone: 'Telefonla devam et',
  useBrowser: 'Tarayıcıda aç',
  startAnyway: 'Yine de burada devam et',
  noCamera: 'Bu sayfada çalışan bir kamera bulamadık.',
  inAppBrowser: 'Bu uygulamanın tarayıcısı kameranızı engelleyebilir.',
  phoneTitle: 'Telefonunuzda devam edin',
  phoneText: 'Kodu telefonunuzun kamerasıyla tarayın. Orada işiniz bitince bu sayfa güncellenir.',
  browserTitle: 'Kendi tarayıcınızda devam edin',
  browserText:
    'Bağlantıyı Safari, Chrome veya başka bir tarayıcıda açın. Orada işiniz bitince bu sayfa güncellenir.',
  qrCode: 'Telefonda devam etmek için QR kodu',
  copyLink: 'Bağlantıyı kopyala',
  linkCopied: 'Bağlantı kopyalandı',
  shareLink: 'Bağlantıyı paylaş',
  newLink: 'Yeni bağlantı oluştur',
  linkExpires: 'Bağlantının son geçerlilik zamanı:',
  continueHere: 'Burada devam etmeyi tercih ederim',
  linkFailed: 'Bağlantı oluşturamadık. Yeniden deneyin veya burada devam edin.',
  leaveTitle: 'Doğrulamadan çıkılsın mı?',
  leaveText: 'Şimdi çıkarsanız daha sonra bazı adımları tekrarlamanız gerekebilir.',
  leave: 'Çık',
  stay: 'Devam et',
  reloadTitle: 'Bu sayfa yenilensin mi?',
  reloadText:
    'Veriff’in kamera iznini yeniden isteyebilmesi için bu sayfanın yenilenmesi gerekiyor. Sonra devam edebilirsiniz, ancak bu sayfada kaydetmediğiniz bilgiler kaybolabilir.',
  reload: 'Yenile',
  notNow: 'Şimdi değil',
  decidingTitle: 'Belgelerinizi kontrol ediyoruz',
  decidingText: 'Burada bekleyebilirsiniz. Bu sayfa otomatik olarak güncellenir.',
  pendingTitle: 'Doğrulamanız inceleniyor',
  pendingText:
    'Yapmanız gereken başka bir şey yok. Bu sayfayı kapatsanız da inceleme devam eder. Geri döndüğünüzde oturum açmanız veya kayıt işlemine baştan başlamanız gerekebilir.',
  overdueTitle: 'İşlem normalden uzun sürüyor',
  overdueText:
    'Belgeleriniz kayıtlarımızda henüz görünmüyor. Kontrol etmeye devam edeceğiz. Henüz tamamlamadıysanız doğrulamaya devam edin.',
  unsureTitle: 'Kimlik doğrulamayı tamamladınız mı?',
  unsureText:
    'Tamamladıysanız belgeleriniz inceleniyor, yapmanız gereken başka bir şey yok. Tamamlamadıysanız kaldığınız yerden devam edin.',
  stageSubmitted: 'Belgeler gönderildi',
  stageAutomatic: 'Otomatik kontroller',
  stageManual: 'Gerekirse manuel inceleme',
  stageResult: 'Sonuç',
  stageNote: 'Manuel inceleme nadiren 24 saate kadar sürebilir.',
  done: 'tamamlandı',
  check: 'Durumu kontrol et',
  verifiedTitle: 'Kimliğiniz doğrulandı',
  verifiedText: 'Teşekkür ederiz. Kimliğiniz onaylandı, devam edebilirsiniz.',
  rejectedTitle: 'Kimliğinizi doğrulayamadık',
  rejectedText: 'Kesin neden bize bildirilmiyor, ancak çoğunlukla şunlardan biridir:',
  reasonDocument:
    'Belgenizin süresi dolmuştu, görüntüsü bulanık veya eksikti ya da belgeniz ülkeniz için kabul edilmiyor.',
  reasonIdentity: 'Selfie’niz veya bilgileriniz belgenizle eşleşmedi ya da 18 yaşından küçüksünüz.',
  reasonChecks: 'Bir güvenlik kontrolü başarısız oldu.',
  rejectedLater:
    '18 yaşında veya daha büyükseniz kaydınıza devam edip kimliğinizi daha sonra yeniden doğrulayabilirsiniz.',
  rejectedRetry: '18 yaşında veya daha büyükseniz belgenizi ve ışığı kontrol edip yeniden deneyin.',
  required: 'Devam etmek için kimliğinizi doğrulayın.',
  unreachable: 'Şu anda bağlantı kuramıyoruz. Denemeyi sürdürüyoruz.',
  startNote: 'Durumu şu anda kontrol edemedik, ancak yine de devam edebilirsiniz.',
  failedTitle: 'Bir sorun oluştu',
  reference: 'Referans kodu:',
  support: 'Destek ekibine başvur',
  'error-onboarding-invalid':
    'Bu kaydın süresi dolmuş veya kayıt zaten tamamlanmış. Hesabınız varsa oturum açın. Yoksa lütfen yeniden başlayın.',
  'error-onboarding-not-found': 'Kaydınızı bulamadık. Lütfen yeniden başlayın.',
  'error-not-authenticated': 'Oturumunuz kapatıldı. Lütfen yeniden oturum açın.',
  'error-not-allowed':
    'Bu doğrulamaya erişiminiz yok. Lütfen yeniden oturum açın veya destek ekibine başvurun.',
  'error-client-key-invalid': 'Doğrulama şu anda kullanılamıyor. Lütfen destek ekibine başvurun.',
  'error-rate-limited': 'Çok fazla deneme yapıldı. Lütfen bir dakika bekleyip yeniden deneyin.',
  'error-provider-unavailable':
    'Doğrulama şu anda kullanılamıyor. Lütfen birkaç dakika sonra yeniden deneyin.',
  'error-network': 'Bağlantı kuramıyoruz. İnternet bağlantınızı kontrol edip yeniden deneyin.',
  'error-timeout': 'İşlem çok uzun sürüyor. Lütfen yeniden deneyin.',
  'error-bad-response': 'Bizden kaynaklanan bir sorun var. Lütfen birkaç dakika sonra yeniden deneyin.',
  'error-untrusted-session-url':
    'Güvenliğiniz için bu doğrulamayı durdurduk. Lütfen destek ekibine başvurun.',
  'error-popup-blocked':
    'Tarayıcınız yeni pencereyi engelledi. Bu site için açılır pencerelere izin verip yeniden deneyin veya bu pencerede devam edin.',
  'error-veriff-unreachable': 'Veriff yanıt vermiyor. Lütfen yeniden deneyin.',
  'error-insecure-context':
    'Bu sayfa güvenli değil, bu yüzden kameranız kullanılamıyor. Lütfen destek ekibine başvurun.',
  'error-camera-blocked-by-page':
    'Bu sayfada kameranız kullanılamıyor ve tarayıcınız yeni pencereyi engelledi. Bu site için açılır pencerelere izin verip yeniden deneyin veya bu pencerede devam edin.',
  'error-misconfigured': 'Doğrulama şu anda kullanılamıyor. Lütfen destek ekibine başvurun.',
});
