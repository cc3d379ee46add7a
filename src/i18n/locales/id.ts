import { registerLocale } from '../register-locale.js';

registerLocale({
  lang: 'id',
  title: 'Verifikasi identitas Anda',
  intro:
    'Sesuai ketentuan hukum, kami wajib memastikan identitas Anda sebelum menerbitkan kartu. Ini juga membantu melindungi Anda dari penyalahgunaan identitas.',
  documentsTitle: 'Siapkan salah satu dokumen ini',
  passport: 'Paspor',
  'driving-licence': 'Surat Izin Mengemudi (SIM)',
  'national-id': 'Kartu Tanda Penduduk (KTP)',
  'residence-permit': 'Kartu izin tinggal (KITAS/KITAP)',
  documentsNote:
    'Pastikan dokumen belum kedaluwarsa dan mudah dibaca, dengan keempat sudutnya terlihat di foto.',
  selfie:
    'Anda juga akan mengambil swafoto atau merekam video singkat. Browser akan meminta izin sebelum menggunakan kamera.',
  proofOfAddress:
    'Nantinya, kami mungkin juga meminta bukti alamat dari 3 bulan terakhir, misalnya tagihan listrik atau air, rekening koran, surat dari instansi resmi, atau perjanjian sewa.',
  tipsTitle: 'Tips agar foto jelas',
  tipLight: 'Cari tempat yang terang dan tidak silau.',
  tipClear: 'Jangan bergerak sampai foto terlihat tajam.',
  tipGlasses: 'Lepas kacamata saat mengambil swafoto.',
  duration: 'Sekitar 2 menit',
  timing:
    'Pemeriksaan otomatis memerlukan 5 sampai 15 menit. Jika perlu, peninjauan manual biasanya memerlukan 15 sampai 60 menit, tetapi kadang-kadang bisa sampai 24 jam.',
  privacy:
    'Foto dan video Anda langsung dikirim ke Veriff, perusahaan yang memeriksa identitas untuk kami, tanpa melewati situs web ini.',
  start: 'Mulai verifikasi',
  continue: 'Lanjutkan verifikasi',
  checking: 'Mengecek status Anda…',
  starting: 'Membuka Veriff…',
  close: 'Tutup',
  silentTitle: 'Veriff tidak merespons',
  silentText: 'Koneksi Anda mungkin lambat, atau ada sesuatu di halaman ini yang memblokir Veriff.',
  retry: 'Coba lagi',
  openElsewhere: 'Buka di jendela baru',
  openHere: 'Lanjutkan di jendela ini',
  redirectNote:
    'Saat Veriff dibuka di jendela ini, Anda mungkin tidak dibawa kembali ke sini. Kembalilah ke halaman ini setelah Anda selesai.',
  elsewhereTitle: 'Lanjutkan di jendela yang lain',
  elsewhereText: 'Halaman ini akan diperbarui setelah Anda selesai di sana.',
  showWindow: 'Buka kembali jendela',
  imDone: 'Saya sudah selesai',
  usePhone: 'Gunakan ponsel saja',
  useBrowser: 'Buka di browser Anda',
  startAnyway: 'Tetap lanjutkan di sini',
  noCamera: 'Kami tidak menemukan kamera yang berfungsi di halaman ini.',
  inAppBrowser: 'Browser di dalam aplikasi ini mungkin memblokir kamera Anda.',
  phoneTitle: 'Lanjutkan di ponsel Anda',
  phoneText:
    'Pindai kode dengan kamera ponsel Anda. Halaman ini akan diperbarui setelah Anda selesai di sana.',
  browserTitle: 'Lanjutkan di browser Anda',
  browserText:
    'Buka tautan di Safari, Chrome, atau browser lain. Halaman ini akan diperbarui setelah Anda selesai di sana.',
  qrCode: 'Kode QR untuk melanjutkan di ponsel Anda',
  copyLink: 'Salin tautan',
  linkCopied: 'Tautan disalin',
  shareLink: 'Bagikan tautan',
  newLink: 'Buat tautan baru',
  linkExpires: 'Tautan ini berlaku hingga:',
  continueHere: 'Lanjutkan di sini saja',
  linkFailed: 'Kami tidak bisa membuat tautan. Coba lagi, atau lanjutkan di sini.',
  leaveTitle: 'Keluar dari verifikasi?',
  leaveText: 'Jika keluar sekarang, Anda mungkin perlu mengulang beberapa langkah nanti.',
  leave: 'Keluar',
  stay: 'Tetap lanjutkan',
  reloadTitle: 'Muat ulang halaman ini?',
  reloadText:
    'Veriff perlu memuat ulang halaman ini sebelum bisa meminta izin kamera lagi. Setelah itu Anda bisa melanjutkan, tetapi data yang belum disimpan di halaman ini mungkin hilang.',
  reload: 'Muat ulang',
  notNow: 'Jangan sekarang',
  decidingTitle: 'Kami sedang memeriksa dokumen Anda',
  decidingText: 'Anda bisa menunggu di sini. Halaman ini akan diperbarui secara otomatis.',
  pendingTitle: 'Verifikasi Anda sedang ditinjau',
  pendingText:
    'Tidak ada lagi yang perlu Anda lakukan. Peninjauan tetap berjalan jika Anda menutup halaman ini. Saat kembali, Anda mungkin perlu masuk ke akun atau memulai pendaftaran lagi.',
  overdueTitle: 'Proses ini lebih lama dari biasanya',
  overdueText:
    'Dokumen Anda belum tampak di sistem kami. Kami akan terus mengeceknya. Jika Anda belum selesai, lanjutkan verifikasi.',
  unsureTitle: 'Apakah Anda sudah menyelesaikan verifikasi identitas?',
  unsureText:
    'Jika sudah, dokumen Anda sedang ditinjau dan tidak ada lagi yang perlu Anda lakukan. Jika belum, lanjutkan dari langkah terakhir Anda.',
  stageSubmitted: 'Dokumen dikirim',
  stageAutomatic: 'Pemeriksaan otomatis',
  stageManual: 'Peninjauan manual, jika perlu',
  stageResult: 'Hasil',
  stageNote: 'Kadang-kadang, peninjauan manual bisa memakan waktu hingga 24 jam.',
  done: 'selesai',
  check: 'Cek status',
  verifiedTitle: 'Anda sudah terverifikasi',
  verifiedText: 'Terima kasih. Identitas Anda sudah dikonfirmasi dan Anda bisa melanjutkan.',
  rejectedTitle: 'Kami tidak bisa memverifikasi identitas Anda',
  rejectedText: 'Kami tidak diberi tahu alasan pastinya, tetapi sering kali salah satu dari ini:',
  reasonDocument:
    'Dokumen Anda sudah kedaluwarsa, buram, tidak terlihat seluruhnya, atau tidak diterima untuk negara Anda.',
  reasonIdentity: 'Swafoto atau data Anda tidak cocok dengan dokumen, atau usia Anda di bawah 18 tahun.',
  reasonChecks: 'Salah satu pemeriksaan keamanan tidak berhasil.',
  rejectedLater:
    'Jika berusia 18 tahun ke atas, Anda bisa melanjutkan pendaftaran dan memverifikasi identitas lagi nanti.',
  rejectedRetry: 'Jika Anda berusia 18 tahun ke atas, periksa dokumen dan pencahayaan, lalu coba lagi.',
  required: 'Verifikasi identitas Anda untuk melanjutkan.',
  unreachable: 'Kami tidak dapat terhubung saat ini. Kami akan terus mencoba.',
  startNote: 'Status Anda belum bisa dicek saat ini, tetapi Anda tetap bisa melanjutkan.',
  failedTitle: 'Terjadi masalah',
  reference: 'Nomor referensi:',
  support: 'Hubungi layanan pelanggan',
  'error-onboarding-invalid':
    'Pendaftaran ini sudah kedaluwarsa atau sudah selesai. Jika sudah punya akun, silakan masuk. Jika belum, silakan mulai lagi.',
  'error-onboarding-not-found': 'Kami tidak menemukan pendaftaran Anda. Silakan mulai lagi.',
  'error-not-authenticated': 'Sesi Anda telah berakhir. Silakan masuk lagi.',
  'error-not-allowed':
    'Anda tidak memiliki akses ke verifikasi ini. Silakan masuk lagi, atau hubungi layanan pelanggan.',
  'error-client-key-invalid': 'Verifikasi tidak tersedia saat ini. Silakan hubungi layanan pelanggan.',
  'error-rate-limited': 'Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.',
  'error-provider-unavailable': 'Verifikasi tidak tersedia saat ini. Silakan coba lagi dalam beberapa menit.',
  'error-network': 'Kami tidak dapat terhubung. Periksa koneksi internet Anda, lalu coba lagi.',
  'error-timeout': 'Proses ini memakan waktu terlalu lama. Silakan coba lagi.',
  'error-bad-response': 'Ada masalah pada sistem kami. Silakan coba lagi dalam beberapa menit.',
  'error-untrusted-session-url':
    'Demi keamanan Anda, kami menghentikan verifikasi ini. Silakan hubungi layanan pelanggan.',
  'error-popup-blocked':
    'Browser Anda memblokir jendela baru. Izinkan pop-up untuk situs ini dan coba lagi, atau lanjutkan di jendela ini.',
  'error-veriff-unreachable': 'Veriff tidak merespons. Silakan coba lagi.',
  'error-insecure-context':
    'Halaman ini tidak aman, jadi kamera tidak dapat digunakan. Silakan hubungi layanan pelanggan.',
  'error-camera-blocked-by-page':
    'Kamera tidak dapat digunakan di halaman ini, dan browser Anda memblokir jendela baru. Izinkan pop-up untuk situs ini dan coba lagi, atau lanjutkan di jendela ini.',
  'error-misconfigured': 'Verifikasi tidak tersedia saat ini. Silakan hubungi layanan pelanggan.',
});
