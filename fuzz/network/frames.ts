/**
 * Text frames out of bytes that come in any pieces, as a client's WebSocket reads them: what was
 * cut in the middle never becomes a message. The relay's own frames are neither masked nor parted.
 */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** The messages that these bytes complete. */
  read(bytes: Buffer): string[] {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const texts: string[] = [];
    for (;;) {
      const frame = measure(this.#rest);
      if (frame === undefined || this.#rest.length < frame.end) return texts;
      texts.push(this.#rest.toString('utf8', frame.begin, frame.end));
      this.#rest = this.#rest.subarray(frame.end);
    }
  }
}

function measure(bytes: Buffer): { begin: number; end: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes[1]! & 0x7f;
  if (short < 126) return { begin: 2, end: 2 + short };
  const begin = short === 126 ? 4 : 10;
  if (bytes.length < begin) return undefined;
  const size = short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return { begin, end: begin + size };
}
