import type { Words } from '../words.ts';

export const forward: Words['forward'] = {
  menu: 'Teruskan',
  title: 'Teruskan pesan ini',
  to: 'Kepada',
  chosen: 'Tujuan',
  places: 'Kanal dan orang',
  text: 'Tambah pesan',
  what: 'Yang diteruskan',
  send: 'Teruskan',
  waits: 'Berkas dalam pesan ini masih diunggah. Teruskan setelah selesai.',
  done: 'Diteruskan ke {place}.',
  go: 'Buka',
  fromChannel: 'Diteruskan dari {channel}',
  fromTalk: 'Diteruskan dari sebuah percakapan',
  open: 'Buka aslinya',
};
