import type { Words } from '../words.ts';

export const admin: Words['admin'] = {
  title: 'Administrasi',
  notYoursTitle: 'Untuk administrator',
  notYours: 'Pemilik dan administrator ruang kerja memutuskan di sini.',
  accounts: 'Akun',
  accountsNote: 'Siapa yang bisa masuk. Akses yang ditutup langsung berakhir, juga di komputernya.',
  add: 'Tambah orang',
  actions: 'Akun {name}',
  invite: 'Kode undangan baru',
  close: 'Tutup akses',
  open: 'Buka akses lagi',
  closed: '{name} tidak punya akses lagi.',
  opened: '{name} bisa masuk lagi.',
  closeTitle: 'Tutup akses {name}?',
  closeNote:
    'Ia langsung keluar di mana pun, dan salinan di komputernya dihapus. Tulisannya tetap ada. Akses ini bisa dibuka lagi.',
  more: '{n, number} orang pertama. Yang lain bisa dicari menurut nama.',
  addTitle: 'Tambah orang',
  addNote: 'Ia mendapat kode undangan, lalu memilih kata sandinya sendiri.',
  addConfirm: 'Buat akun',
  nameHint: 'Huruf kecil, angka, titik, dan tanda hubung. Tidak bisa diubah nanti.',
  nameBad:
    'Gunakan huruf kecil a sampai z, angka, titik, tanda hubung; awali dengan huruf atau angka.',
  invitationTitle: 'Undangan untuk {name}',
  invitationNote:
    'Berikan keduanya. Kode ini berlaku sekali, sampai {when}, dan tidak ditampilkan lagi.',
  invitationCode: 'Kode undangan',
  invitationCopy: 'Salin keduanya',
  invitationText: 'Balai\nAlamat: {address}\nKode undangan: {code}',
  company: 'Ruang kerja',
  companyNote: 'Yang dilihat semua orang di atas bilah samping.',
  companyName: 'Nama ruang kerja',
  companyNameEmpty: 'Ruang kerja perlu nama.',
  messages: 'Pesan',
  messagesNote: 'Berlaku untuk pesan semua orang.',
  holidays: 'Hari libur',
  holidaysNote: 'Hari saat tidak ada yang bekerja. Berlaku untuk semua orang.',
  holidaysNone: 'Belum ada hari libur.',
  holidayDate: 'Tanggal',
  holidayName: 'Nama hari libur',
  holidayAdd: 'Tambah',
  holidayTaken: 'Tanggal ini sudah ada di daftar.',
  hoursNote: 'Untuk semua yang tidak mengatur jam kerja sendiri, menurut zona waktu masing-masing.',
  offHours: 'Jika seseorang menulis kepada rekan yang sedang tidak bekerja',
  offWay: {
    day_start: {
      label: 'Dikirim saat jam kerjanya mulai',
      note: 'Penulis juga dapat mengirimnya sekarang tanpa bunyi, atau menandainya mendesak.',
    },
    quiet: { label: 'Dikirim sekarang tanpa bunyi', note: 'Pesan sudah ada saat dibuka.' },
    ring: {
      label: 'Dikirim sekarang dan berbunyi',
      note: 'Penulis harus memberi alasan, yang dihitung di sini.',
    },
  },
  urgent: 'Pesan mendesak',
  urgentNote:
    'Pesan ini berbunyi di luar jam kerja. Anda melihat siapa yang mengirim, berapa kali, dan alasannya, bukan isinya.',
  urgentNone: 'Belum ada yang mengirimnya.',
  urgentAway: 'Relay tidak menjawab. Daftarnya tampil begitu Anda tersambung.',
  urgentPeople: 'Pengirim pesan mendesak',
  urgentNewest: 'Alasan terbaru',
  urgentCount: '{n, plural, other {# pesan}}',
  problem: {
    no_relay: {
      what: 'Relay tidak menjawab, jadi tidak ada yang diubah.',
      next: 'Akun perlu jaringan: coba lagi saat Anda terhubung.',
    },
    session_ended: {
      what: 'Sesi Anda sudah berakhir, jadi tidak ada yang diubah.',
      next: 'Masuk lagi.',
    },
    forbidden: {
      what: 'Anda tidak boleh melakukan ini.',
      next: 'Tanyakan kepada pemilik ruang kerja.',
    },
    name_taken: {
      what: 'Nama akun ini sudah dipakai.',
      next: 'Pilih yang lain.',
    },
    not_found: {
      what: 'Relay tidak mengenal orang ini.',
      next: 'Lihat lagi sebentar lagi; mungkin akunnya baru diubah.',
    },
    disabled: {
      what: 'Akses orang ini ditutup.',
      next: 'Buka dulu aksesnya, lalu undang.',
    },
    invalid: {
      what: 'Relay tidak dapat menerima ini.',
      next: 'Periksa isiannya dan coba lagi.',
    },
    rate_limited: {
      what: 'Terlalu banyak sekaligus; tidak ada yang diubah.',
      next: 'Tunggu satu menit dan coba lagi.',
    },
    unavailable: {
      what: 'Relay sedang sibuk atau dalam perawatan; tidak ada yang diubah.',
      next: 'Coba lagi satu menit lagi.',
    },
  },
};
