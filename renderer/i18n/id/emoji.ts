import type { Words } from '../words.ts';

export const emoji: Words['emoji'] = {
  title: 'Emoji',
  search: 'Cari emoji',
  grid: 'Emoji',
  nothing: 'Tidak ada emoji dengan nama itu.',
  tone: 'Warna kulit',
  tones: {
    none: 'Tanpa',
    light: 'Terang',
    mediumLight: 'Agak terang',
    medium: 'Sedang',
    mediumDark: 'Agak gelap',
    dark: 'Gelap',
  },
  group: {
    frequent: 'Sering dipakai',
    workspace: 'Emoji ruang kerja',
    found: 'Hasil pencarian',
    smileys: 'Wajah dan perasaan',
    people: 'Orang',
    nature: 'Hewan dan alam',
    food: 'Makanan dan minuman',
    travel: 'Perjalanan dan tempat',
    activities: 'Kegiatan',
    objects: 'Benda',
    symbols: 'Simbol',
    flags: 'Bendera',
  },
};
