import { z } from 'zod';
import { acks } from './down/acks.ts';
import { bye } from './down/bye.ts';
import { company } from './down/company.ts';
import { failed } from './down/failed.ts';
import { found } from './down/found.ts';
import { historyPage } from './down/history.ts';
import { hits } from './down/hits.ts';
import { page } from './down/page.ts';
import { pong } from './down/pong.ts';
import { presence } from './down/presence.ts';
import { rows } from './down/rows.ts';
import { subscribed } from './down/subscribed.ts';
import { typingNow } from './down/typing.ts';
import { welcome } from './down/welcome.ts';

/** Everything that the relay may send. A client passes over a kind that it does not know. */
export const downFrame = z.discriminatedUnion('t', [
  welcome,
  acks,
  rows,
  company,
  page,
  historyPage,
  found,
  hits,
  failed,
  subscribed,
  presence,
  typingNow,
  pong,
  bye,
]);
export type DownFrame = z.infer<typeof downFrame>;
export type Down<T extends DownFrame['t']> = Extract<DownFrame, { t: T }>;
