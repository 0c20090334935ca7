import { mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Inspector } from './inspector.ts';

let folder: string;
const inspector = new Inspector();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-inspect-'));
});
afterAll(() => {
  inspector.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
const look = (
  bytes: Uint8Array | string,
  name = 'berkas',
  by = inspector,
  as: 'file' | 'page' = 'file',
) => {
  const file = join(folder, `${++count}`);
  writeFileSync(file, bytes);
  return by.look({ file, name, preview: `${file}.webp`, as });
};
const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } });

/** A chunk of a PNG; its checksum is not looked at before its size. */
function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type, 'latin1'), data])));
  return Buffer.concat([head, data, sum]);
}
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
/** A few hundred bytes that say that they are a picture of so many pixels. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(100_000)))],
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('what a file is', () => {
  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'foto.png', 'text/plain'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'a.svg', 'text/plain'],
    ['XML', '<?xml version="1.0"?><a/>', 'a.xml', 'text/plain'],
    ['a script', 'alert(1)', 'a.js', 'text/plain'],
    ['a table', 'a,b\n1,2\n', 'stok.csv', 'text/csv'],
    ['a text', 'Selamat pagi', 'README', 'text/plain'],
    ['a name of no type', 'x', 'constructor.constructor', 'text/plain'],
    ['a document', '%PDF-1.7\n', 'a.exe', 'application/pdf'],
    ['nothing at all', '', 'kosong.txt', 'text/plain'],
    ['anything else', new Uint8Array([0, 1, 2, 3, 250]), 'a.txt', 'application/octet-stream'],
  ])('is told by its bytes: %s', async (_what, bytes, name, mediaType) => {
    expect(await look(bytes, name)).toMatchObject({ mediaType, picture: undefined });
  });

  it('has the ending of its content, whatever it is called', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
    expect(await look(program, 'laporan.pdf')).toMatchObject({ ending: 'exe' });
  });
});

describe('a preview', () => {
  it('is no wider and no higher than its bound, and tells nothing of the camera', async () => {
    const photo = await canvas(1_600, 900)
      .withExif({ IFD0: { Make: 'Balai', Copyright: 'rahasia' } })
      .jpeg()
      .toBuffer();
    const found = await look(photo, 'a.jpg');
    expect(found).toEqual({
      ...{ mediaType: 'image/jpeg', ending: 'jpg' },
      picture: { width: 1_600, height: 900, preview: { width: 720, height: 405 } },
    });
    const { format, exif } = await sharp(join(folder, `${count}.webp`)).metadata();
    expect({ format, exif }).toEqual({ format: 'webp', exif: undefined });
  });

  it('of a page is smaller, and made of a picture alone', async () => {
    const photo = await canvas(1_600, 900).jpeg().toBuffer();
    const found = await look(photo, '', inspector, 'page');
    expect(found.picture?.preview).toEqual({ width: 320, height: 180 });
    const document = await look(aPdf(A4, halfRed), 'surat.pdf', inspector, 'page');
    expect(document).toMatchObject({ mediaType: 'application/pdf', picture: undefined });
  });

  it('stands as its camera was held, and is not made larger than it was', async () => {
    const photo = await canvas(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await look(photo)).picture).toEqual({
      ...{ width: 30, height: 40, preview: { width: 30, height: 40 } },
    });
  });

  it.each([
    ['50,000 x 50,000 pixels', () => hugePng(50_000, 50_000)],
    ['2 billion pixels in one row', () => hugePng(2_000_000_000, 1)],
    ['half a picture', async () => (await canvas(300, 300).png().toBuffer()).subarray(0, 200)],
  ])('is not made of %s; the file stays what it is', async (_what, make) => {
    expect(await look(await make())).toMatchObject({ mediaType: 'image/png', picture: undefined });
    expect(existsSync(join(folder, `${count}.webp`))).toBe(false);
    expect(existsSync(join(folder, `${count}.webp.part`))).toBe(false);
  });
});

/** A PDF of one page, drawn by `content`; `objects` may be named in it. */
function aPdf(box: string, content: string, objects: string[] = [], resources = ''): Buffer {
  const all = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<<${resources}>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ...objects,
  ];
  let text = '%PDF-1.4\n';
  const places = all.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer<</Size ${all.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
const A4 = '0 0 595 842';
/** The lower half of the page, in red. */
const halfRed = '1 0 0 rg 0 0 595 421 re f';
/** A picture of so many pixels, of which the file says that they are all the same. */
const hugePicture = (side: number): string =>
  `<</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceRGB` +
  `/BitsPerComponent 8/Filter/ASCIIHexDecode/Length 3>>stream\n00>\nendstream`;

describe('the first page of a document', () => {
  it('is drawn as a small picture', async () => {
    expect(await look(aPdf(A4, halfRed), 'surat.pdf')).toMatchObject({
      mediaType: 'application/pdf',
      picture: { width: null, height: null, preview: { width: 509, height: 720 } },
    });
    const drawn = sharp(join(folder, `${count}.webp`));
    const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true });
    const at = (y: number): number[] => {
      const from = (y * info.width + 200) * info.channels;
      return [...data.subarray(from, from + 3)];
    };
    expect(at(100).every((value) => value > 240)).toBe(true);
    const [red = 0, green = 0] = at(600);
    expect([red > 200, green < 80]).toEqual([true, true]);
  });

  it('is no larger than twice its size, and within the bound whatever it says of itself', async () => {
    const small = await look(aPdf('0 0 100 50', '', []));
    expect(small.picture?.preview).toEqual({ width: 200, height: 100 });
    const long = await look(aPdf('0 0 14400 10', '', []));
    expect(long.picture?.preview.width).toBeLessThanOrEqual(720);
  });

  it.each([
    ['half a document', () => aPdf(A4, halfRed).subarray(0, 60)],
    ['no page', () => Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF')],
    [
      'pages that are in one another',
      () => Buffer.from(String(aPdf(A4, '')).replace('3 0 R]', '2 0 R]')),
    ],
  ])('is not drawn of %s; the file stays what it is', async (_what, make) => {
    expect(await look(make())).toMatchObject({ mediaType: 'application/pdf', picture: undefined });
    expect(existsSync(join(folder, `${count}.webp.part`))).toBe(false);
    expect((await look(aPdf(A4, halfRed))).picture).toBeDefined();
  });

  it('takes no more memory than it may, and the next one is drawn', async () => {
    const greedy = aPdf(
      A4,
      '595 0 0 842 0 0 cm /X Do',
      [hugePicture(40_000)],
      '/XObject<</X 5 0 R>>',
    );
    expect(await look(greedy)).toMatchObject({ mediaType: 'application/pdf' });
    expect((await look(aPdf(A4, halfRed))).picture).toBeDefined();
  });
});

describe('a process that does not come back', () => {
  const program = (source: string): string => {
    const file = join(folder, `${++count}.ts`);
    writeFileSync(file, source);
    return file;
  };
  const told = `process.send({ mediaType: 'image/png', ending: 'png' });`;

  it.each([
    ['hangs', `process.on('message', () => { ${told} for (;;); });`],
    ['falls', `process.on('message', () => { ${told} setImmediate(() => process.abort()); });`],
  ])('is ended where it %s, and the next file has a new one', async (_what, source) => {
    const sick = new Inspector({ patience: 1_500, program: program(source) });
    const [first, second] = await Promise.all([look('a', 'a', sick), look('b', 'b', sick)]);
    for (const found of [first, second]) {
      expect(['image/png', 'application/octet-stream']).toContain(found.mediaType);
      expect(found.picture).toBeUndefined();
    }
    sick.close();
  });
});
