// The story of demo/nusa-mandiri, as its main person has left it on the last afternoon.

export const DEMO_WORKSPACE = 'Nusa Mandiri';

/** Who the demo opens as. */
export const DEMO_PERSON = 'ayu.kartika';

/** Far below what is asked of real accounts, and only ever given to the demo's invented people. */
export const DEMO_PASSWORD = 'demo';

/** How many of the newest messages the main person has not read, by the channel's name. */
export const UNREAD_IN_CHANNELS: Readonly<Record<string, number>> = {
  pengumuman: 1,
  'gudang-surabaya': 1,
  'support-apac': 9,
  'makan-siang': 2,
};

/** The same for conversations, by the sign-in names of the others in them. */
export const UNREAD_WITH: readonly {
  readonly people: readonly string[];
  readonly count: number;
}[] = [
  { people: ['bagas.pratama'], count: 2 },
  { people: ['intan.siregar', 'rahmat.hidayat', 'sari.wulandari'], count: 2 },
];

export const STARRED: readonly string[] = ['gudang-surabaya', 'direksi'];
export const MUTED: readonly string[] = ['makan-siang'];

/** Begun and not sent: the answer to the last question in that channel. */
export const DRAFT = {
  channel: 'direksi',
  text: 'Siap Pak. Hitungan kasarnya: dengan 36 palet setahun penuh, sekat ruang B kembali dalam',
} as const;
