const LINES = 6;
/** A line that goes on for ever is cut, in UTF-16 units. */
const WIDTH = 160;

export interface FirstLines {
  readonly lines: string;
  readonly more: boolean;
}

/** The first lines of a file; null where it holds no words. */
export function firstLines(bytes: Uint8Array): FirstLines | null {
  const text = new TextDecoder().decode(bytes);
  // Nothing that a person writes has these.
  if (/[\0\u0001-\u0008]/.test(text) || text.trim() === '') return null;
  const all = text.split(/\r\n|\r|\n/);
  const shown = all.slice(0, LINES);
  const cut = shown.some((line) => line.length > WIDTH);
  const lines = shown.map((line) => line.slice(0, WIDTH)).join('\n');
  return { lines, more: cut || all.length > LINES };
}
