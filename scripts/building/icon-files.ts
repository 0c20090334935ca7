/** A square picture as PNG, with its edge in pixels. */
export interface Png {
  readonly size: number;
  readonly data: Uint8Array;
}

/** Sizes that Windows asks for, from the title bar to the largest tiles. */
export const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;

/**
 * An .ico file of PNG pictures: a header, an entry of 16 bytes for each, then the pictures.
 * Source: Microsoft, "Icons in Win32"; PNG entries are read since Windows Vista.
 */
export function ico(pictures: readonly Png[]): Uint8Array {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  pictures.forEach(({ size, data }, index) => {
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(data.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += data.length;
  });
  return Buffer.concat([head, ...pictures.map(({ data }) => data)]);
}

/** Kinds of entry in an .icns file that hold a PNG of this many pixels. Source: Apple's icon types. */
const icnsKinds: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};
export const icnsSizes = Object.keys(icnsKinds).map(Number);

/** An .icns file: a magic word and the whole length, then for each picture its kind and length. */
export function icns(pictures: readonly Png[]): Uint8Array {
  const blocks = pictures.flatMap(({ size, data }) =>
    (icnsKinds[size] ?? []).map((kind) => block(kind, data)),
  );
  return block('icns', Buffer.concat(blocks));
}

function block(kind: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32BE(8 + data.length, 4);
  return Buffer.concat([head, data]);
}
