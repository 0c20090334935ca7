import { FIRST_UNSENT } from '../../shared/domain/position.ts';
import type { ChannelView, HoleView, MessageView, PersonView } from '../../shared/rpc/views.ts';
import { idOf, message, person } from './messages.ts';

/** An invented office for looking at screens without a relay: what each channel shows is its name. */
export interface FixtureChannel {
  view: ChannelView;
  messages: MessageView[];
  holes: HoleView[];
  readTo: number;
}

export interface FixtureOffice {
  me: PersonView;
  people: PersonView[];
  channels: FixtureChannel[];
  offline: boolean;
}

const DAY = 86_400_000;
const at = (days: number, hour: number, minute: number): number => {
  const day = new Date();
  day.setHours(hour, minute, 0, 0);
  return day.getTime() + days * DAY;
};

const names: readonly [string, string, string, PersonView['presence'], string][] = [
  ['Ayu Kartika', 'Finance', 'Surabaya', 'active', 'Asia/Jakarta'],
  ['Rahmat Hidayat', 'Kepala gudang', 'Surabaya', 'active', 'Asia/Jakarta'],
  ['Sari Wulandari', '', 'Surabaya', 'away', 'Asia/Jakarta'],
  ['Tom Whitfield', 'IT', 'Singapore', 'active', 'Asia/Singapore'],
  ['Bagas Pratama', '', 'Jakarta', 'offline', 'Asia/Jakarta'],
  ['Dewi Lestari', 'Legal', 'Makassar', 'away', 'Asia/Makassar'],
  ['Intan Siregar', 'Keuangan', 'Jakarta', 'offline', 'Asia/Jakarta'],
];
export const people = names.map(([displayName, title, location, presence, timeZone], i) =>
  person({
    id: idOf(0xa00 + i),
    displayName,
    name: displayName.toLowerCase().replace(' ', '.'),
    title,
    location,
    presence,
    timeZone,
  }),
);
const [ayu, rahmat, sari, tom, bagas, dewi] = people.map((one) => one.id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

let channelCount = 0;
function channel(name: string, fields: Partial<ChannelView> = {}): ChannelView {
  channelCount += 1;
  return {
    id: idOf(0xc00 + channelCount),
    type: 'public',
    name,
    topic: '',
    purpose: '',
    createdAt: at(-60, 9, 0),
    creatorId: rahmat,
    archived: false,
    people: [],
    mine: { role: 'member', starred: false, muted: false, notify: 'mentions' },
    memberCount: 18,
    pinCount: 0,
    pending: false,
    ...fields,
  };
}

/** Numbers messages through all channels, so that each id is its own. */
let last = 0;
const say = (
  view: ChannelView,
  authorId: string,
  createdAt: number,
  text: string,
  fields: Partial<MessageView> = {},
): MessageView => {
  last += 1;
  const position = fields.position ?? last;
  return message({
    channelId: view.id,
    authorId,
    createdAt,
    text,
    id: idOf(last),
    op: idOf(last),
    ...fields,
    position,
  });
};

function warehouse(view: ChannelView): MessageView[] {
  const day = (hour: number, minute: number): number => at(-1, hour, minute);
  return [
    say(
      view,
      rahmat,
      day(8, 12),
      `Pagi semua. Truk dari Gresik masuk jam 10, dermaga 3. <@${sari}> tolong siapkan dua orang untuk bongkar, ada 14 palet.`,
    ),
    say(view, sari, day(8, 14), 'Siap Pak. Yang 4 palet cold chain langsung ke ruang B ya?', {
      reactions: [
        { emoji: '👍', count: 3, mine: true, userIds: [ayu, rahmat, tom] },
        { emoji: '❄️', count: 1, mine: false, userIds: [rahmat] },
      ],
      attachments: [
        {
          type: 'link',
          url: 'https://files.example/bongkar',
          title: 'Bongkar-19-Nov.xlsx',
          text: '',
          mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          size: 84_000,
        },
      ],
    }),
    say(
      view,
      tom,
      day(8, 31),
      "The scanner export still drops the batch column. Until the fix is out, this works:\n```sql\nselect sku, batch, qty from inbound\nwhere arrived_on = '2026-11-19';  -- 14 rows\n```",
      {
        thread: { replies: 5, lastReplyAt: day(9, 2), participants: [bagas, sari] },
      },
    ),
    say(
      view,
      bagas,
      day(9, 20),
      `<@${ayu}> invoice PT Sinar Laut sudah cocok dengan surat jalan? Vendornya telepon lagi tadi.`,
      { mentionsMe: true },
    ),
  ];
}

function everyKind(view: ChannelView): MessageView[] {
  const day = (hour: number, minute: number): number => at(-2, hour, minute);
  return [
    say(view, rahmat, day(7, 0), '', { system: { type: 'created' } }),
    say(view, rahmat, day(7, 1), '', { system: { type: 'added', userIds: [sari, tom] } }),
    say(
      view,
      sari,
      day(7, 3),
      '**Tebal**, _miring_, ~~coret~~, `kode`, https://balai.example/a_b?c=1',
    ),
    say(
      view,
      sari,
      day(7, 4),
      '> Kutipan dari rapat\n> dua baris\n\nLalu:\n- satu\n- dua\n  1. dalam\n  2. lagi\n- tiga',
    ),
    say(view, tom, day(7, 30), '🎉🎉'),
    say(view, tom, day(7, 31), 'Edited afterwards', { editedAt: day(7, 33) }),
    say(view, tom, day(7, 32), '', { deleted: true }),
    say(
      view,
      bagas,
      day(8, 0),
      '[https://bank.example](https://evil.example/login) <!here> #bukan-kanal',
    ),
    say(view, bagas, day(8, 1), 'Sudah saya jawab di utas.', { rootId: idOf(1), broadcast: true }),
  ];
}

function replies(view: ChannelView, rootId: string): MessageView[] {
  const day = (hour: number, minute: number): number => at(-1, hour, minute);
  return [
    say(view, bagas, day(8, 40), 'Confirmed on the handhelds at dock 1 and 3. Firmware `4.18.2`.', {
      rootId,
    }),
    say(view, sari, day(8, 52), 'Palet 7 dan 11 sudah saya cek manual, batch-nya benar.', {
      rootId,
      reactions: [{ emoji: '🙏', count: 2, mine: true, userIds: [ayu, tom] }],
    }),
    say(
      view,
      tom,
      day(9, 2),
      "Fix is in review. I'll post here when the build is on the update server.\n\nNo need to rescan anything.",
      { rootId },
    ),
  ];
}

function unsent(view: ChannelView): MessageView[] {
  const day = (hour: number, minute: number): number => at(-1, hour, minute);
  const refused = (op: string, code: string, currentText: string | null = null) => ({
    state: 'refused' as const,
    refused: { op, code, currentText, currentOp: currentText === null ? null : idOf(1) },
  });
  return [
    say(
      view,
      ayu,
      day(9, 30),
      'Totalnya 412 karton.',
      refused('edit-late', 'stale', 'Totalnya 411 karton.'),
    ),
    say(view, ayu, day(9, 41), 'Sudah, selisih 2 karton. Saya kirim koreksinya siang ini.', {
      position: FIRST_UNSENT + 1,
      state: 'waiting',
    }),
    say(view, ayu, day(9, 42), 'Tom, I closed the ticket for dock 1.', {
      position: FIRST_UNSENT + 2,
      ...refused('send-refused', 'not_member'),
    }),
  ];
}

/** Many messages of different heights, for scrolling. */
function long(view: ChannelView, count: number): MessageView[] {
  const authors = [rahmat, sari, tom, bagas, ayu];
  return Array.from({ length: count }, (_, i) => {
    const lines = 1 + ((i * 7) % 5);
    const text = Array.from(
      { length: lines },
      (__, line) =>
        `Baris ${line + 1} dari pesan ${i + 1}: palet, karton dan **surat jalan** nomor ${i * 37}.`,
    ).join('\n');
    return say(
      view,
      authors[Math.floor(i / 3) % authors.length] ?? ayu,
      at(-40, 8, 0) + i * 9 * 60_000,
      text,
    );
  });
}

export function fixtureOffice(): FixtureOffice {
  const starred = { role: 'member', starred: true, muted: false, notify: 'all' } as const;
  const gudang = channel('gudang-surabaya', {
    topic: 'Stok, pengiriman, dan jadwal bongkar · shift notes pinned every Monday',
    mine: starred,
  });
  const gudangMessages = warehouse(gudang);
  const root = gudangMessages[2]?.id ?? '';
  const kinds = channel('semua-jenis', { topic: 'Every kind of message' });
  const waiting = channel('menunggu');
  const holes = channel('lubang');
  const panjang = channel('panjang', { topic: '5,000 messages' });
  const arsip = channel('lama', {
    archived: true,
    mine: { ...starred, role: 'owner', starred: false },
  });
  const kosong = channel('kosong', { type: 'private', memberCount: 2 });
  const dm = channel('', { type: 'dm', people: [dewi], memberCount: 2 });
  const holeMessages = warehouse(holes);
  const make = (
    view: ChannelView,
    messages: MessageView[],
    fields: Partial<FixtureChannel> = {},
  ): FixtureChannel => ({
    view,
    messages: messages.sort((a, b) => a.position - b.position),
    holes: [],
    readTo: messages.at(-1)?.position ?? 0,
    ...fields,
  });
  return {
    me: { ...(people[0] as PersonView), role: 'member' },
    people,
    offline: false,
    channels: [
      make(gudang, [...gudangMessages, ...replies(gudang, root)], {
        readTo: gudangMessages[2]?.position ?? 0,
      }),
      make(kinds, everyKind(kinds)),
      make(waiting, [...warehouse(waiting), ...unsent(waiting)]),
      make(holes, holeMessages, {
        holes: [
          { after: 0, before: holeMessages[0]?.position ?? 0, missing: 1_204, progress: 0.38 },
        ],
      }),
      make(panjang, long(panjang, 5_000)),
      make(arsip, warehouse(arsip)),
      make(kosong, []),
      make(dm, [
        say(
          dm,
          dewi,
          at(-1, 16, 20),
          'Draft kontrak gudang Makassar sudah saya taruh di sini. Bagian 4 masih kosong, menunggu angka dari Pak Rahmat.',
        ),
        say(dm, ayu, at(-1, 16, 48), 'Terima kasih, saya baca malam ini.'),
      ]),
    ],
  };
}
