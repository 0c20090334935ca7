/** Finds addresses that stand in a text: `https://…`, `www.…` and mail addresses. */

export interface Found {
  /** The address to go to. */
  url: string;
  /** Ends here in the text, exclusive. */
  end: number;
}

const SCHEME = /(?:https?|balai):\/\//iy;
const WWW = /www\.(?=[\p{L}\p{N}])/iuy;
/** No longer than the shell opens: so many addresses that lead nowhere stay cheap. */
const REST = /[^\s<>]{1,2000}/y;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*(?::\d{1,5})?(?=[/?#]|$)/u;
const TRAILING = new Set('?!.,:;*_~\'"…');
const MAIL_BEFORE = /[\w.+-]/;
const MAIL_HOST = /[a-z0-9-]+(?:\.[a-z0-9-]+)+/iy;

/** An address does not end with the punctuation of its sentence, nor with a bracket around it. */
function trimEnd(text: string): string {
  let open = 0;
  let close = 0;
  for (const character of text) {
    if (character === '(') open += 1;
    else if (character === ')') close += 1;
  }
  const bracketed = text.includes('[');
  let end = text.length;
  for (; end > 0; end -= 1) {
    const last = text[end - 1] ?? '';
    if (last === ')' && close > open) close -= 1;
    else if (last === ']' && !bracketed) continue;
    else if (!TRAILING.has(last)) break;
  }
  return text.slice(0, end);
}

function take(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** An address that begins at `at`, which must not lie within a word. */
export function addressAt(text: string, at: number): Found | null {
  const scheme = take(SCHEME, text, at);
  const start = scheme === null ? at : at + scheme.length;
  if (scheme === null && take(WWW, text, at) === null) return null;
  const rest = trimEnd(take(REST, text, start) ?? '');
  if (!HOST.test(rest)) return null;
  const end = start + rest.length;
  return { url: scheme === null ? `http://${rest}` : text.slice(at, end), end };
}

/** A mail address around the `@` at `at`; `from` is where the search back must stop. */
export function mailAround(
  text: string,
  at: number,
  from: number,
): (Found & { start: number }) | null {
  let start = at;
  while (start > from && MAIL_BEFORE.test(text[start - 1] ?? '')) start -= 1;
  while (start < at && /[.+-]/.test(text[start] ?? '')) start += 1;
  const host = take(MAIL_HOST, text, at + 1);
  if (start === at || host === null || /[-_]$/.test(host)) return null;
  const end = at + 1 + host.length;
  return { start, end, url: `mailto:${text.slice(start, end)}` };
}

const ALLOWED = /^(?:(?:https?|balai):\/\/[^\s/?#]+|mailto:\S)/i;

/** The target of `[words](target)` or `<target>`: null where Balai does not open such a thing. */
export const allowedTarget = (target: string): string | null =>
  ALLOWED.test(target) ? target : null;
