import type { Words } from '../words.ts';

export const slash: Words['slash'] = {
  unknown: 'Tidak ada perintah /{name}. Ketik / untuk melihat semuanya.',
  notHere: '/{name} tidak berlaku dalam percakapan beberapa orang. Pakai di kanal.',
  asText: 'Kirim sebagai teks',
  poll: {
    words: 'Ajak semua di sini memilih',
    usage: 'pertanyaannya; jawaban ditulis setelah ini',
  },
  task: {
    words: 'Catat sesuatu yang harus dikerjakan',
    usage: 'apa yang dikerjakan; siapa dan kapan dipilih setelah ini',
  },
  checklist: {
    words: 'Buat daftar untuk dicentang bersama',
    usage: 'judulnya; isinya ditulis setelah ini',
  },
  remind: {
    words: 'Ingatkan saya akan sesuatu',
    usage: 'kapan dan apa: besok 9:00 telepon vendor',
    noTime: 'Waktunya belum jelas. Tulis misalnya: besok 9:00, 2 jam lagi, senin jam 10.',
    noText: 'Tulis juga apa yang perlu diingatkan.',
    done: 'Anda akan diingatkan {when}. Catatannya ada di percakapan dengan diri sendiri.',
  },
  status: {
    words: 'Beri tahu apa yang sedang Anda kerjakan',
    usage:
      'kata-katanya, boleh dengan emoji dan batas waktu: 📅 Rapat sampai 16:00; hapus menghilangkannya',
    noText: 'Status perlu beberapa kata, paling banyak 120 karakter.',
    done: 'Status Anda sudah dipasang.',
    doneUntil: 'Status Anda dipasang sampai {when}.',
    cleared: 'Status Anda sudah dihapus.',
  },
  dnd: {
    words: 'Jeda pemberitahuan sebentar',
    usage: 'berapa lama: 30 menit, sampai 15:00; satu jam jika tidak ditulis; mati mengakhirinya',
    noTime: 'Lamanya belum jelas. Tulis misalnya: 30 menit, sampai 15:00, mati.',
    done: 'Pemberitahuan dijeda sampai {when}.',
    ended: 'Pemberitahuan berbunyi lagi.',
  },
  invite: {
    words: 'Tambahkan rekan ke kanal ini',
    usage: 'siapa: @nama',
    nobody: 'Sebut rekan dengan @ lalu pilih dari daftar.',
    done: '{n, plural, other {# orang ditambahkan ke kanal.}}',
  },
  topic: {
    words: 'Ubah topik kanal ini',
    usage: 'topik yang baru',
    noText: 'Tulis topik barunya di belakang perintah.',
    tooLong: 'Topik paling banyak {n} karakter. Tulis yang lebih pendek.',
    done: 'Topik sudah diubah.',
  },
  leave: {
    words: 'Keluar dari kanal ini',
    usage: 'cukup itu saja; Anda akan ditanya dulu',
  },
};
