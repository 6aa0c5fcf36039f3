import type { ThreeDsWords } from './ja.js';

/** Bahasa Indonesia: what the shopper reads of 3-D Secure. */
export const threeDs: ThreeDsWords = {
  title: 'Verifikasi kartu',
  remaining: 'Sisa {time}',
  'last-minute': 'Sisa satu menit.',
  opening: 'Membuka halaman bank Anda…',
  'frame-title': 'Verifikasi oleh bank Anda',
  cancel: 'Batal',
  question: 'Batalkan verifikasi?',
  'question-text': 'Pembayaran belum selesai sebelum verifikasi selesai.',
  continue: 'Lanjutkan',
  stop: 'Ya, batalkan',
  help: 'Kode tidak diterima?',
  'help-address': 'Kode dikirim ke nomor telepon atau alamat email yang terdaftar di bank Anda. Periksa juga folder spam.',
  'help-again': 'Jika halaman bank menyediakannya, minta kirim ulang. Beberapa bank meminta persetujuan di aplikasinya.',
  'help-phone': 'Jika tetap tidak ada, hubungi nomor di belakang kartu Anda.',
  'way-out': 'Tidak tampil? Buka sebagai halaman penuh',
  'still-blank': 'Halaman bank Anda belum tampil.',
  blocked: 'Halaman itu tidak dapat ditampilkan di jendela ini.',
  'whole-page': 'Buka sebagai halaman penuh',
  unfinished: 'Hasil verifikasi oleh bank Anda belum ada',
  'unfinished-text': 'Dimulai pukul {time}. Lanjutkan, atau periksa hasilnya jika sudah selesai.',
  resume: 'Lanjutkan verifikasi',
  check: 'Periksa hasil',
  'time-over': 'Waktu verifikasi sudah habis. Berhasil tidaknya pembayaran baru diketahui setelah toko menanyakannya.',
  elsewhere: 'Verifikasi pembayaran ini sedang berlangsung di tab lain.',
  consent:
    'Untuk memastikan kartu ini milik saya dan mencegah penipuan, saya setuju nama, alamat email, nomor telepon, dan data ' +
    'serupa, serta data perangkat ini, diberikan kepada penerbit kartu.',
  'consent-missing': 'Pembayaran memerlukan persetujuan ini.',
  save: 'Simpan kartu ini untuk pembayaran berikutnya. Nomornya disimpan oleh perusahaan pembayaran, bukan oleh toko.',
  'save-always': 'Kartu ini disimpan dan dipakai untuk pembayaran berikutnya. Nomornya disimpan oleh perusahaan pembayaran, bukan oleh toko.',
};
