import type { z } from 'zod';
import type { refusal } from '../../shared/domain/refusal.ts';
import type { Down } from '../../shared/protocol/down.ts';
import type {
  HistoryQuery,
  HistoryResult,
  Outcome,
  Page,
  ScopeChange,
  StoredRow,
} from '../store/port.ts';
import type { SearchPage } from '../store/search.ts';
import { channelOf } from '../../shared/domain/scope.ts';

/*
 * Frames as text. Rows go in as the store keeps them, which is their wire form: they are never
 * parsed on their way out.
 */

const joined = (rows: readonly StoredRow[]): string => rows.map(({ json }) => json).join(',');

export const rowsText = ({ scope, from, head, count, rows }: ScopeChange): string =>
  `{"t":"rows","scope":"${scope}","from":${from},"to":${head},"count":${count},"rows":[${joined(rows)}]}`;

export const companyText = (rows: readonly StoredRow[]): string =>
  `{"t":"company","rows":[${joined(rows)}]}`;

export const pageText = (id: number, { scope, from, to, head, count, rows }: Page): string =>
  `{"t":"page","id":${id},"scope":"${scope}","from":${from},"to":${to},"head":${head},"count":${count},"rows":[${joined(rows)}]}`;

export function historyText(id: number, query: HistoryQuery, result: HistoryResult): string {
  const head: Omit<Down<'history'>, 'rows'> = {
    ...{ t: 'history', id, channelId: channelOf(query.scope) ?? '', rootId: query.rootId },
    ...{ from: result.from, to: result.to, atStart: result.atStart, atEnd: result.atEnd },
  };
  return `${JSON.stringify(head).slice(0, -1)},"rows":[${joined(result.rows)}]}`;
}

export function foundText(id: number, rows: readonly StoredRow[], next: string | null): string {
  const found = rows.map(({ scope, json }) => `{"scope":"${scope}","row":${json}}`).join(',');
  return `{"t":"found","id":${id},"rows":[${found}],"next":${JSON.stringify(next)}}`;
}

export function hitsText(id: number, { rows, mode, next }: SearchPage): string {
  const hits = rows
    .map(({ scope, json }) => `{"channelId":"${channelOf(scope)}","row":${json}}`)
    .join(',');
  return `{"t":"hits","id":${id},"hits":[${hits}],"mode":"${mode}","next":${JSON.stringify(next)}}`;
}

export function acksText(settled: readonly { op: string; outcome: Outcome }[]): string {
  const acks = settled.map(({ op, outcome }) =>
    outcome.ok
      ? { op, ok: true as const, at: outcome.at }
      : { op, ok: false as const, refusal: outcome.refusal satisfies z.input<typeof refusal> },
  );
  return JSON.stringify({ t: 'acks', acks });
}

/**
 * The bytes of an unmasked text message (RFC 6455, 5.2). Made once, they are written to every
 * receiver's socket as they are.
 */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = 0x81;
  if (start === 2) {
    frame[1] = length;
  } else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, start);
  return frame;
}
