/** Signs that would end the name of a link. */
const BRACKETS = /[\\[\]]/g;

/**
 * A text as a markdown quote, with a link to where it stands and a line to go on in. Who is named in
 * it is written out before, so that nobody is called a second time.
 */
export function quoteOf(readable: string, author: string, link: string): string {
  const lines = readable.trim().split('\n');
  const from = `[${author.replaceAll(BRACKETS, ' ').trim()}](${link})`;
  return [...lines, from].map((line) => `> ${line}`.trimEnd()).join('\n') + '\n\n';
}
