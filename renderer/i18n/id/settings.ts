import type { Words } from '../words.ts';

export const settings: Words['settings'] = {
  title: 'Pengaturan',
  profile: 'Profil',
  profileNote: 'Yang dilihat rekan kerja tentang Anda.',
  displayName: 'Nama',
  displayNameEmpty: 'Nama Anda tidak boleh kosong.',
  jobTitle: 'Jabatan',
  department: 'Bagian',
  location: 'Lokasi',
  timeZone: 'Zona waktu',
  timeZoneNone: 'Pilih zona waktu Anda',
  saved: 'Tersimpan.',
  savedWaiting: 'Tersimpan di sini. Rekan kerja melihatnya saat Anda terhubung.',

  status: 'Status',
  statusText: 'Sedang apa?',
  statusEmoji: 'Emoji',
  statusUntil: 'Berakhir',
  statusClear: 'Hapus status',
  statusSet: 'Atur status',
  expiry: {
    never: 'Saat saya menghapusnya',
    halfHour: 'Dalam 30 menit',
    hour: 'Dalam 1 jam',
    fourHours: 'Dalam 4 jam',
    today: 'Malam ini',
    week: 'Pada akhir minggu',
  },
  suggestion: {
    meeting: 'Sedang rapat',
    travel: 'Di perjalanan',
    focus: 'Sedang fokus',
    sick: 'Sakit',
    leave: 'Cuti',
  },

  look: 'Tampilan',
  theme: 'Tema',
  themeName: {
    system: 'Ikuti sistem',
    light: 'Terang',
    dark: 'Gelap',
    contrast: 'Kontras tinggi',
  },
  language: 'Bahasa',
  languageSystem: 'Ikuti sistem',
  languagePseudo: 'Bahasa Inggris yang dipanjangkan (untuk penguji)',

  writing: 'Menulis',
  enterSends: 'Enter mengirim pesan',
  enterSendsNote: 'Shift dan Enter memulai baris baru.',
  enterBreaksNote: 'Enter memulai baris baru. Ctrl dan Enter mengirim pesan.',

  notifications: 'Pemberitahuan',
  notificationsAllow: 'Izinkan pemberitahuan',
  notificationsOn: 'Komputer ini menampilkan pemberitahuan untuk sebutan dan pesan langsung.',
  notificationsOff: 'Balai belum boleh menampilkan pemberitahuan.',
  notificationsBlocked: 'Pemberitahuan diblokir. Izinkan untuk halaman ini di pengaturan peramban.',

  account: 'Akun dan penyimpanan',
  workspace: 'Ruang kerja',
  address: 'Alamat',
  signedInAs: 'Masuk sebagai',
  keyStore: 'Kunci salinan terenkripsi',
  keyIn: {
    keychain: 'Di penyimpan kunci komputer ini',
    file: 'Di berkas yang hanya dapat dibaca akun sistem Anda, karena komputer ini tidak punya penyimpan kunci',
    passphrase: 'Di berkas yang disegel dengan frasa sandi Anda',
  },
  passphraseSet: 'Frasa sandi…',
  passphraseTitle: 'Frasa sandi untuk salinan di komputer ini',
  passphraseNote:
    'Komputer ini tidak punya penyimpan kunci. Dengan frasa sandi, orang yang mengambil disknya tidak dapat membaca salinan itu. Balai menanyakannya setiap kali dibuka.',
  passphraseHint:
    'Paling sedikit 12 karakter. Frasa yang terlupa tidak dapat diberitahukan siapa pun; Anda harus masuk lagi, dan yang belum terkirim hilang.',
  passphraseRemove: 'Hapus frasa sandi',
  passphraseProblem: {
    weak_passphrase: 'Terlalu pendek: paling sedikit 12 karakter.',
    key_store: 'Tidak dapat disimpan. Periksa disk lalu coba lagi.',
  },
  signOut: 'Keluar dari akun',
  signOutTitle: 'Keluar dari {workspace}?',
  signOutNote: 'Salinan di komputer ini dihapus. Semua yang sudah terkirim tetap ada di server.',
  signOutUnsentTitle: 'Sebagian tulisan Anda belum terkirim',
  signOutUnsent:
    '{n, plural, other {# pesan atau perubahan hanya ada di komputer ini. Jika Anda keluar sekarang, semuanya hilang.}}',
  signOutAnyway: 'Keluar dan buang',
  stay: 'Tetap masuk',

  about: 'Tentang Balai',
  version: 'Versi {version}',
  runsIn: {
    electron: 'Aplikasi desktop di {platform}',
    browser: 'Di peramban pada {platform}',
  },
  shortcuts: 'Pintasan papan ketik',
};
