import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'ms',
  title: 'Sahkan identiti anda',
  intro:
    'Mengikut undang-undang, kami perlu mengesahkan identiti anda sebelum mengeluarkan kad. Ini juga membantu melindungi anda daripada penipuan identiti.',
  documentsTitle: 'Sediakan salah satu dokumen ini',
  passport: 'Pasport',
  'driving-licence': 'Lesen memandu',
  'national-id': 'Kad pengenalan (MyKad)',
  'residence-permit': 'Kad pemastautin (MyPR atau MyKAS)',
  documentsNote:
    'Pastikan dokumen belum tamat tempoh dan mudah dibaca, dengan keempat-empat penjuru kelihatan dalam gambar.',
  selfie:
    'Anda juga akan mengambil swafoto atau merakam video pendek. Pelayar akan meminta kebenaran sebelum menggunakan kamera.',
  proofOfAddress:
    'Kemudian, kami mungkin juga meminta bukti alamat yang dikeluarkan dalam tempoh 3 bulan terakhir, seperti bil utiliti, penyata bank, surat rasmi atau perjanjian sewa.',
  tipsTitle: 'Petua untuk gambar yang jelas',
  tipLight: 'Cari tempat yang terang dan tidak silau.',
  tipClear: 'Jangan bergerak sehingga gambar jelas.',
  tipGlasses: 'Tanggalkan cermin mata semasa mengambil swafoto.',
  duration: 'Kira-kira 2 minit',
  timing:
    'Semakan automatik mengambil masa 5 hingga 15 minit. Semakan manual, jika perlu, biasanya mengambil masa 15 hingga 60 minit, tetapi kadangkala boleh sehingga 24 jam.',
  privacy:
    'Gambar dan video anda dihantar terus kepada Veriff, syarikat yang menyemak identiti bagi pihak kami, tanpa melalui laman web ini.',
  start: 'Mulakan pengesahan',
  continue: 'Teruskan pengesahan',
  checking: 'Mendapatkan status anda…',
  starting: 'Membuka Veriff…',
  close: 'Tutup',
  silentTitle: 'Veriff tidak memberi respons',
  silentText: 'Sambungan anda mungkin perlahan, atau sesuatu pada halaman ini mungkin menyekat Veriff.',
  retry: 'Cuba lagi',
  openElsewhere: 'Buka dalam tetingkap baharu',
  openHere: 'Teruskan dalam tetingkap ini',
  redirectNote:
    'Apabila Veriff dibuka dalam tetingkap ini, anda mungkin tidak dibawa kembali ke sini. Sila kembali ke halaman ini apabila anda selesai.',
  elsewhereTitle: 'Teruskan dalam tetingkap yang lain',
  elsewhereText: 'Halaman ini akan dikemas kini apabila anda selesai di sana.',
  showWindow: 'Buka semula tetingkap',
  imDone: 'Saya sudah selesai',
  usePhone: 'Guna telefon anda',
  useBrowser: 'Buka dalam pelayar anda',
  startAnyway: 'Tetap teruskan di sini',
  noCamera: 'Kami tidak menemui kamera yang berfungsi pada halaman ini.',
  inAppBrowser: 'Pelayar dalam aplikasi ini mungkin menyekat kamera anda.',
  phoneTitle: 'Teruskan pada telefon anda',
  phoneText:
    'Imbas kod dengan kamera telefon anda. Halaman ini akan dikemas kini apabila anda selesai di sana.',
  browserTitle: 'Teruskan dalam pelayar anda',
  browserText:
    'Buka pautan dalam Safari, Chrome atau pelayar lain. Halaman ini akan dikemas kini apabila anda selesai di sana.',
  qrCode: 'Kod QR untuk meneruskan pada telefon anda',
  copyLink: 'Salin pautan',
  linkCopied: 'Pautan disalin',
  shareLink: 'Kongsi pautan',
  newLink: 'Buat pautan baharu',
  linkExpires: 'Pautan ini sah sehingga:',
  continueHere: 'Teruskan di sini sahaja',
  linkFailed: 'Kami tidak dapat membuat pautan. Cuba lagi, atau teruskan di sini.',
  leaveTitle: 'Keluar daripada pengesahan?',
  leaveText: 'Jika anda keluar sekarang, anda mungkin perlu mengulang beberapa langkah kemudian.',
  leave: 'Keluar',
  stay: 'Teruskan pengesahan',
  reloadTitle: 'Muat semula halaman ini?',
  reloadText:
    'Veriff perlu memuat semula halaman ini sebelum boleh meminta kebenaran kamera sekali lagi. Selepas itu anda boleh meneruskan, tetapi maklumat yang belum disimpan pada halaman ini mungkin hilang.',
  reload: 'Muat semula',
  notNow: 'Bukan sekarang',
  decidingTitle: 'Kami sedang menyemak dokumen anda',
  decidingText: 'Anda boleh menunggu di sini. Halaman ini akan dikemas kini secara automatik.',
  pendingTitle: 'Pengesahan anda sedang disemak',
  pendingText:
    'Anda tidak perlu membuat apa-apa lagi. Semakan tetap diteruskan jika anda menutup halaman ini. Apabila kembali, anda mungkin perlu log masuk atau memulakan pendaftaran semula.',
  overdueTitle: 'Proses ini lebih lama daripada biasa',
  overdueText:
    'Dokumen anda belum kelihatan dalam rekod kami. Kami akan terus memantaunya. Jika anda belum selesai, teruskan pengesahan.',
  unsureTitle: 'Adakah anda sudah selesai mengesahkan identiti anda?',
  unsureText:
    'Jika sudah, dokumen anda sedang disemak dan anda tidak perlu membuat apa-apa lagi. Jika belum, teruskan dari tempat anda berhenti.',
  stageSubmitted: 'Dokumen dihantar',
  stageAutomatic: 'Semakan automatik',
  stageManual: 'Semakan manual, jika perlu',
  stageResult: 'Keputusan',
  stageNote: 'Kadangkala, semakan manual boleh mengambil masa sehingga 24 jam.',
  done: 'selesai',
  check: 'Lihat status',
  verifiedTitle: 'Anda telah disahkan',
  verifiedText: 'Terima kasih. Identiti anda telah disahkan dan anda boleh meneruskan.',
  rejectedTitle: 'Kami tidak dapat mengesahkan identiti anda',
  rejectedText: 'Kami tidak diberitahu sebab yang tepat, tetapi selalunya salah satu daripada yang berikut:',
  reasonDocument:
    'Dokumen anda telah tamat tempoh, kabur, tidak kelihatan sepenuhnya, atau tidak diterima untuk negara anda.',
  reasonIdentity: 'Swafoto atau butiran anda tidak sepadan dengan dokumen, atau anda berumur bawah 18 tahun.',
  reasonChecks: 'Satu semakan keselamatan tidak berjaya.',
  rejectedLater:
    'Jika anda berumur 18 tahun ke atas, anda boleh meneruskan pendaftaran dan mengesahkan identiti anda semula kemudian.',
  rejectedRetry: 'Jika anda berumur 18 tahun ke atas, semak dokumen dan pencahayaan, kemudian cuba lagi.',
  required: 'Sahkan identiti anda untuk meneruskan.',
  unreachable: 'Kami tidak dapat menyambung sekarang. Kami akan terus mencuba.',
  startNote: 'Kami tidak dapat melihat status anda sebentar tadi, tetapi anda masih boleh meneruskan.',
  failedTitle: 'Masalah telah berlaku',
  reference: 'Rujukan:',
  support: 'Hubungi khidmat pelanggan',
  'error-onboarding-invalid':
    'Pendaftaran ini telah tamat tempoh atau sudah lengkap. Jika anda sudah mempunyai akaun, log masuk. Jika belum, sila mulakan semula.',
  'error-onboarding-not-found': 'Kami tidak menemui pendaftaran anda. Sila mulakan semula.',
  'error-not-authenticated': 'Anda telah dilog keluar. Sila log masuk semula.',
  'error-not-allowed':
    'Anda tidak mempunyai akses kepada pengesahan ini. Sila log masuk semula, atau hubungi khidmat pelanggan.',
  'error-client-key-invalid': 'Pengesahan tidak tersedia sekarang. Sila hubungi khidmat pelanggan.',
  'error-rate-limited': 'Terlalu banyak percubaan. Sila tunggu seminit, kemudian cuba lagi.',
  'error-provider-unavailable': 'Pengesahan tidak tersedia sekarang. Sila cuba lagi dalam beberapa minit.',
  'error-network': 'Kami tidak dapat menyambung. Semak sambungan internet anda, kemudian cuba lagi.',
  'error-timeout': 'Proses ini mengambil masa terlalu lama. Sila cuba lagi.',
  'error-bad-response': 'Ada masalah pada sistem kami. Sila cuba lagi dalam beberapa minit.',
  'error-untrusted-session-url':
    'Demi keselamatan anda, kami telah menghentikan pengesahan ini. Sila hubungi khidmat pelanggan.',
  'error-popup-blocked':
    'Pelayar anda menyekat tetingkap baharu. Benarkan tetingkap timbul untuk laman ini dan cuba lagi, atau teruskan dalam tetingkap ini.',
  'error-veriff-unreachable': 'Veriff tidak memberi respons. Sila cuba lagi.',
  'error-insecure-context':
    'Halaman ini tidak selamat, jadi kamera tidak dapat digunakan. Sila hubungi khidmat pelanggan.',
  'error-camera-blocked-by-page':
    'Kamera anda tidak dapat digunakan pada halaman ini, dan pelayar anda menyekat tetingkap baharu. Benarkan tetingkap timbul untuk laman ini dan cuba lagi, atau teruskan dalam tetingkap ini.',
  'error-misconfigured': 'Pengesahan tidak tersedia sekarang. Sila hubungi khidmat pelanggan.',
});
