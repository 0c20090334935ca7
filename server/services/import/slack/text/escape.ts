/** A mark that would call somebody here, written by somebody who only talks about it. */
const CALL = /<(?=[@#!])/g;

/** Takes the meaning from `<@…>`, `<#…>` and `<!…>`, here and where mentions are looked for. */
export const uncalled = (text: string): string => text.replaceAll(CALL, '<\\');

/** An underscore that could be a mark: within a word it is none. */
const UNDERSCORE = /(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu;

/** An asterisk that could be a mark: between spaces it is none. */
const ASTERISK = /(?<=\S)\*|\*(?=\S)/g;

/** A backslash that would be read as one of markdown's. */
const BACKSLASH = /\\(?=[!-/:-@[-`{-~]|$)/gm;

export const keepBackslashes = (text: string): string => text.replaceAll(BACKSLASH, '\\\\');
export const keepAsterisks = (text: string): string => text.replaceAll(ASTERISK, '\\*');

/** Words that are words in Slack, as markdown that says the same. */
export const literal = (text: string): string =>
  keepAsterisks(
    uncalled(keepBackslashes(text)).replaceAll('`', '\\`').replaceAll(UNDERSCORE, '\\_'),
  )
    .replaceAll('~~', '\\~~')
    .replaceAll('](', '\\](');

/** `[words](address)`, however the address is written. */
export function link(words: string, url: string): string {
  const target = /[\s()<>\\]/.test(url)
    ? `<${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>`
    : url;
  return `[${words.replaceAll(/\s+/g, ' ')}](${target})`;
}

/** Code within a line, between as many backticks as it needs. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text.replaceAll('\n', ' ')}${pad}${fence}`;
}

/** Code on lines of its own. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/^\n|\n$/g, '')}\n${fence}`;
}

/** The text as a quotation. */
export const quoted = (text: string): string => text.replaceAll(/^/gm, '> ');

/** Each line between the marks: emphasis does not reach over an empty line. */
export const marked = (text: string, mark: string): string =>
  text.replaceAll(/^([ \t]*)(\S(?:.*\S)?)([ \t]*)$/gm, `$1${mark}$2${mark}$3`);
