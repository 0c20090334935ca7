import type { Words } from '../words.ts';

export const forward: Words['forward'] = {
  menu: 'Teruskan',
  title: 'Teruskan pesan ini',
  to: 'Kepada',
  chosen: 'Tujuan',
  places: 'Tujuan yang tersedia',
  text: 'Kata pengantar Anda',
  what: 'Yang diteruskan',
  send: 'Teruskan',
  noTarget: 'Pilih kanal atau orang.',
  waits: 'Berkas dalam pesan ini masih dikirim. Teruskan setelah berkasnya sampai.',
  done: 'Diteruskan ke {place}.',
  go: 'Buka',
  fromChannel: 'Diteruskan dari #{channel}',
  fromTalk: 'Diteruskan dari sebuah percakapan',
  open: 'Buka aslinya',
};
