import { codeRanges } from '../../../shared/domain/markdown/parse.ts';
import { isInCode } from './code-ranges.ts';

const CODE = /(?<![\p{L}\p{N}:]):([a-z0-9_+-]+):(?![\p{L}\p{N}])/giu;

/** Puts emoji in the place of their names between colons, outside code: `:smile:`. */
export function replaceShortcodes(
  source: string,
  emojiOf: (code: string) => string | undefined,
): string {
  if (!source.includes(':')) return source;
  const code = codeRanges(source);
  return source.replaceAll(CODE, (whole, name: string, at: number) =>
    isInCode(code, at, at + whole.length) ? whole : (emojiOf(name) ?? whole),
  );
}
