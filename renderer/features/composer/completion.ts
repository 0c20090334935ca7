import { codeRanges } from '../../../shared/domain/markdown/parse.ts';
import { isInCode, isInOpenFence } from './code-ranges.ts';
import type { VisibleText } from './visible-text.ts';

/** What is being named at the caret: a person, a channel, an emoji or a command. */
export interface Asked {
  readonly of: 'person' | 'channel' | 'emoji' | 'command';
  readonly query: string;
  /** The part of the text that the choice replaces: [start, end). */
  readonly start: number;
  readonly end: number;
}

/** Names may have a space; an emoji needs two letters, for `:)` and `10:30` ask for nothing. */
const BEFORE =
  /(?:^|[\s([{"'*_~>])(?:(@)([^\s@#:<>]{0,30}(?: [^\s@#:<>]{1,30}){0,2})|(#)([^\s@#:<>]{0,60})|(:)([a-z0-9_+-]{2,40}))$/iu;
/** A command stands at the very beginning, and nothing before it. */
const COMMAND = /^\/([\p{L}-]{0,30})$/u;
/** Looks back no further than the longest of them. */
const REACH = 120;

export function askedAt({ text, mentions }: VisibleText, caret: number): Asked | null {
  const command = COMMAND.exec(text.slice(0, caret))?.[1];
  if (command !== undefined) return { of: 'command', query: command, start: 0, end: caret };
  const from = Math.max(0, caret - REACH);
  const match = BEFORE.exec(text.slice(from, caret));
  if (match === null) return null;
  const [, at, person, hash, channel, , emoji] = match;
  const query = person ?? channel ?? emoji ?? '';
  const start = caret - query.length - 1;
  if (mentions.some((mention) => mention.end > start)) {
    // What stands behind a chosen name does not ask for it again.
    if (mentions.some((mention) => mention.start < caret && mention.end > start)) return null;
  }
  if (isInOpenFence(text.slice(0, start)) || isInCode(codeRanges(text), start, caret)) return null;
  const of = at === undefined ? (hash === undefined ? 'emoji' : 'channel') : 'person';
  return { of, query, start, end: caret };
}
