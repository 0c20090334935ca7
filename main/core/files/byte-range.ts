/** Bytes from `from` up to and without `to`. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The part of a file that a `range` header asks for (RFC 9110, one range only): null for the whole
 * file, undefined where it lies outside.
 */
export function byteRange(header: string | null, size: number): ByteRange | null | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const [, first = '', last = ''] = match;
  if (first === '') {
    const count = Math.min(Number(last), size);
    return count === 0 ? undefined : { from: size - count, to: size };
  }
  const from = Number(first);
  const to = last === '' ? size : Math.min(Number(last) + 1, size);
  return from >= size || to <= from ? undefined : { from, to };
}
