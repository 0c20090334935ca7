import type { Words } from '../words.ts';

export const admin: Words['admin'] = {
  title: 'Administrasi',
  notYoursTitle: 'Untuk administrator',
  notYours: 'Hanya pemilik dan administrator ruang kerja yang dapat mengubah pengaturan ini.',
  accounts: 'Akun',
  accountsNote:
    'Siapa yang dapat masuk. Akun yang dinonaktifkan langsung kehilangan akses, juga di komputernya.',
  add: 'Tambah orang',
  actions: 'Akun {name}',
  invite: 'Kode undangan baru',
  close: 'Nonaktifkan akun',
  open: 'Aktifkan akun lagi',
  closed: '{name} tidak lagi memiliki akses.',
  opened: '{name} dapat masuk lagi.',
  closeTitle: 'Nonaktifkan akun {name}?',
  closeNote:
    'Ia langsung dikeluarkan dari semua perangkat, dan salinan di komputernya dihapus. Tulisannya tetap ada. Akun ini dapat diaktifkan lagi kapan saja.',
  roleChange: 'Ubah peran',
  roleTitle: 'Peran {name}',
  roleNote:
    'Administrator mengelola akun dan pengaturan untuk semua orang. Pemilik juga dapat mengangkat pemilik lain.',
  roleChanged: 'Peran baru {name}: {role}.',
  more: '{n, number} orang pertama. Yang lain bisa dicari menurut nama.',
  addTitle: 'Tambah orang',
  addNote: 'Ia mendapat kode undangan, lalu memilih kata sandinya sendiri.',
  addConfirm: 'Buat akun',
  nameHint: 'Huruf kecil, angka, titik, dan tanda hubung. Tidak dapat diubah nanti.',
  nameBad:
    'Gunakan huruf kecil a sampai z, angka, titik, tanda hubung; awali dengan huruf atau angka.',
  invitationTitle: 'Undangan untuk {name}',
  invitationNote:
    'Berikan keduanya. Kode ini berlaku sekali, sampai {when}, dan tidak ditampilkan lagi.',
  invitationCode: 'Kode undangan',
  invitationCopy: 'Salin keduanya',
  invitationText: 'Balai\nAlamat: {address}\nKode undangan: {code}',
  company: 'Ruang kerja',
  companyNote: 'Semua orang melihatnya di atas bilah samping.',
  companyName: 'Nama ruang kerja',
  companyNameEmpty: 'Ruang kerja perlu nama.',
  messages: 'Pesan',
  messagesNote: 'Berlaku untuk pesan semua orang.',
  holidays: 'Hari libur',
  holidaysNote: 'Hari libur bagi semua orang.',
  holidaysNone: 'Belum ada hari libur.',
  holidayDate: 'Tanggal',
  holidayName: 'Nama hari libur',
  holidayAdd: 'Tambah',
  holidayTaken: 'Tanggal ini sudah ada di daftar.',
  hoursNote: 'Untuk semua yang tidak mengatur jam kerja sendiri, menurut zona waktu masing-masing.',
  offHours: 'Pesan kepada rekan yang sedang tidak bekerja',
  offWay: {
    day_start: {
      label: 'Dikirim saat jam kerjanya mulai',
      note: 'Pengirim tetap dapat mengirimnya sekarang tanpa pemberitahuan, atau menandainya mendesak.',
    },
    quiet: {
      label: 'Dikirim sekarang tanpa pemberitahuan',
      note: 'Penerima melihatnya saat membuka Balai.',
    },
    ring: {
      label: 'Dikirim sekarang dengan pemberitahuan',
      note: 'Pengirim harus memberi alasan, yang tampil di sini.',
    },
  },
  urgent: 'Pesan mendesak',
  urgentNote:
    'Pesan ini memberi pemberitahuan di luar jam kerja. Anda melihat siapa yang mengirim, berapa kali, dan alasannya, bukan isinya.',
  urgentNone: 'Belum ada pesan mendesak.',
  urgentAway: 'Server tidak menjawab. Daftarnya tampil begitu Anda terhubung.',
  urgentPeople: 'Pengirim pesan mendesak',
  urgentNewest: 'Alasan terbaru',
  urgentCount: '{n, plural, other {# pesan}}',
  problem: {
    no_relay: {
      what: 'Server tidak menjawab, jadi tidak ada yang diubah.',
      next: 'Coba lagi saat Anda terhubung.',
    },
    session_ended: {
      what: 'Sesi Anda sudah berakhir, jadi tidak ada yang diubah.',
      next: 'Masuk lagi.',
    },
    forbidden: {
      what: 'Anda tidak berhak melakukan ini.',
      next: 'Tanyakan kepada pemilik ruang kerja.',
    },
    name_taken: {
      what: 'Nama akun ini sudah dipakai.',
      next: 'Pilih yang lain.',
    },
    not_found: {
      what: 'Akun ini tidak ditemukan di server.',
      next: 'Coba lagi sebentar lagi; mungkin akunnya baru saja diubah.',
    },
    disabled: {
      what: 'Akun ini dinonaktifkan.',
      next: 'Aktifkan dulu akunnya, lalu undang.',
    },
    invalid: {
      what: 'Server tidak dapat menerima ini.',
      next: 'Periksa isiannya dan coba lagi.',
    },
    rate_limited: {
      what: 'Terlalu banyak permintaan sekaligus, jadi tidak ada yang diubah.',
      next: 'Tunggu satu menit dan coba lagi.',
    },
    unavailable: {
      what: 'Server sedang sibuk atau dalam pemeliharaan, jadi tidak ada yang diubah.',
      next: 'Coba lagi dalam satu menit.',
    },
  },
  colour: 'Warna ruang kerja',
  colourNone: 'Menurut komputer masing-masing',
  colours: {
    blue: 'Biru',
    red: 'Merah',
    green: 'Hijau',
    violet: 'Ungu',
    yellow: 'Kuning tua',
    pink: 'Merah muda',
    teal: 'Toska',
    orange: 'Jingga',
  },
};
