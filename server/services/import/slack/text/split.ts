const FENCE = /^```/gm;

/** Where to cut within the limit: after a line, a word, or else between two characters. */
function cutAt(text: string, limit: number): number {
  const line = text.lastIndexOf('\n', limit);
  if (line > limit / 2) return line + 1;
  const word = text.lastIndexOf(' ', limit);
  if (word > limit / 2) return word + 1;
  return /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}

/** A text in parts of at most so many UTF-16 units each. Code that is cut goes on as code. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  // Room for a fence at both ends.
  const room = limit - 10;
  let rest = text;
  while (rest.length > limit) {
    const end = cutAt(rest, room);
    let part = rest.slice(0, end).trimEnd();
    rest = rest.slice(end);
    if ((part.match(FENCE)?.length ?? 0) % 2 === 1) {
      part += '\n```';
      rest = `\`\`\`\n${rest}`;
    }
    parts.push(part);
  }
  return [...parts, rest];
}
