/** Elements of a WebM file (RFC 8794 and RFC 9559), as far as they tell what its tracks are. */
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const TRACK_TYPE = 0x83;
const VIDEO = 1;

interface Element {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

/** A number whose first byte tells by its leading zeros how long it is, bytes. */
const lengthOf = (first: number): number => Math.clz32(first) - 23;

/** The elements that lie from `from` up to `to`; none where they make no sense. */
function* elements(bytes: Uint8Array, from: number, to: number): Generator<Element> {
  for (let at = from; at < to;) {
    const idLength = lengthOf(bytes[at]!);
    const sizeAt = at + idLength;
    const sizeLength = sizeAt < to ? lengthOf(bytes[sizeAt]!) : 9;
    const begins = sizeAt + sizeLength;
    if (idLength > 4 || sizeLength > 8 || begins > to) return;
    const id = bytes.subarray(at, sizeAt).reduce((sum, byte) => sum * 256 + byte, 0);
    let size = bytes[sizeAt]! & (0xff >> sizeLength);
    let unknown = size === 0xff >> sizeLength;
    for (const byte of bytes.subarray(sizeAt + 1, begins)) {
      size = size * 256 + byte;
      unknown &&= byte === 0xff;
    }
    // One that is still being written goes on to the end.
    const ends = unknown ? to : Math.min(to, begins + size);
    yield { id, from: begins, to: ends };
    at = ends;
  }
}

/**
 * Whether a WebM file, of which this is the beginning, is a sound alone: its tracks stand there, and
 * none of them is a film.
 */
export function isSoundAlone(head: Uint8Array): boolean {
  let tracks = 0;
  for (const segment of elements(head, 0, head.length)) {
    if (segment.id !== SEGMENT) continue;
    for (const part of elements(head, segment.from, segment.to)) {
      if (part.id !== TRACKS) continue;
      for (const track of elements(head, part.from, part.to)) {
        if (track.id !== TRACK) continue;
        tracks++;
        for (const fact of elements(head, track.from, track.to)) {
          if (fact.id === TRACK_TYPE && head[fact.from] === VIDEO) return false;
        }
      }
    }
  }
  return tracks > 0;
}
