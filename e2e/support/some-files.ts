import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A PNG of so many pixels: a shelf with boxes in a few colours. */
export function aPicture(width: number, height: number, seed = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits, RGB.
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const box = Math.floor(x / 60) * 7 + Math.floor(y / 60) * 3 + seed;
      const edge = x % 60 < 4 || y % 60 < 4 ? 40 : 0;
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows[at] = 190 - ((box * 13) % 90) - edge;
      rows[at + 1] = 150 - ((box * 29) % 70) - edge;
      rows[at + 2] = 90 + ((box * 41) % 80) - edge;
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(rows));
  return Buffer.concat([signature, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))]);
}

/** A delivery note: a title and lines of a table, drawn by the operators of a PDF's page. */
const DELIVERY = [
  'BT /F 18 Tf 24 164 Td (SURAT JALAN) Tj ET',
  'BT /F 9 Tf 24 146 Td (PT Nusa Mandiri, Gudang Surabaya) Tj ET',
  '0.9 g 24 112 252 18 re f 0 g',
  ...[
    ['Barang', 'Jumlah', 118],
    ['Palet kayu', '12', 96],
    ['Karung beras 25 kg', '40', 76],
    ['Dus minyak goreng', '18', 56],
  ].map(([what, count, y]) => `BT /F 10 Tf 30 ${y} Td (${what}) Tj 200 0 Td (${count}) Tj ET`),
  '0.6 G 24 46 m 276 46 l S',
  'BT /F 9 Tf 24 26 Td (Diterima oleh:) Tj ET',
].join('\n');

/** A PDF of one page, made so large by a comment that nobody reads. */
export function aDocument(size: number): Buffer {
  const text = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n';
  const pages =
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R' +
    '/Resources<</Font<</F 5 0 R>>>>>>endobj\n' +
    `4 0 obj<</Length ${DELIVERY.length}>>stream\n${DELIVERY}\nendstream endobj\n` +
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n';
  const end = 'trailer<</Root 1 0 R>>\n%%EOF\n';
  const rest = Math.max(0, size - text.length - pages.length - end.length - 2);
  return Buffer.from(`${text}${pages}%${'.'.repeat(rest)}\n${end}`, 'latin1');
}

/** A WAV file of so many seconds: a tone. */
export function aSound(seconds: number): Buffer {
  const rate = 8_000;
  const samples = Buffer.alloc(rate * seconds);
  for (let n = 0; n < samples.length; n++) samples[n] = 128 + Math.round(60 * Math.sin(n / 3));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  // PCM, one channel of 8 bits.
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

export interface SomeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture, a document of so many bytes, and a note. */
export const papers = (document = aDocument(3_000)): SomeFile[] => [
  { name: 'gudang 3.png', mimeType: 'image/png', buffer: aPicture(640, 400) },
  { name: 'surat jalan.pdf', mimeType: 'application/pdf', buffer: document },
  { name: 'petunjuk.txt', mimeType: 'text/plain', buffer: Buffer.from('Sambungkan kabel.\n') },
];

export const recording = (seconds: number): SomeFile => ({
  ...{ name: 'pesan.wav', mimeType: 'audio/wav', buffer: aSound(seconds) },
});

/** What no workspace takes. */
export const forbidden: SomeFile = {
  ...{ name: 'printer.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
};
