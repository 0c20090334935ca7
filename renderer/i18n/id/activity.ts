import type { Words } from '../words.ts';

export const activity: Words['activity'] = {
  title: 'Aktivitas',
  filter: 'Tampilkan',
  all: 'Semua',
  mentions: 'Sebutan',
  reactions: 'Reaksi',
  threads: 'Utas',
  unseen: '{n, plural, other {# belum Anda lihat}}',
  new: 'Baru',
  more: 'Tampilkan yang lebih lama',
  away: 'Pesan ini tidak ada di komputer ini. Pesan diambil saat Anda membukanya.',
  mention: '{who} menyebut Anda',
  call: '{who} memanggil semua orang',
  group: '{who} memanggil grup Anda',
  thread:
    '{count, plural, one {{who} membalas di sebuah utas} other {{who} dan lainnya: # balasan baru di sebuah utas}}',
  reaction: '{who} memberi reaksi {emoji}',
  reactionMore: '{count, plural, other {{who} dan # orang lain memberi reaksi {emoji}}}',
  task: '{who} memberi Anda tugas',
  joined: '{who} menambahkan Anda ke kanal ini',
  noneTitle: 'Belum ada apa-apa',
  none: 'Bila rekan kerja menyebut Anda, menjawab Anda, atau memberi reaksi pada pesan Anda, Anda melihatnya di sini.',
  noneFilter: 'Belum ada yang seperti ini',
  showAll: 'Tampilkan semua',
  write: 'Tulis pesan',
};
