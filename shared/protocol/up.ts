import { z } from 'zod';
import { commandsFrame } from './up/commands.ts';
import { find } from './up/find.ts';
import { get } from './up/get.ts';
import { hello } from './up/hello.ts';
import { history } from './up/history.ts';
import { look } from './up/look.ts';
import { ping } from './up/ping.ts';
import { presenceSet } from './up/presence.ts';
import { pull } from './up/pull.ts';
import { renew } from './up/renew.ts';
import { search } from './up/search.ts';
import { typing } from './up/typing.ts';

/** Everything that a client may send. */
export const upFrame = z.discriminatedUnion('t', [
  hello,
  renew,
  commandsFrame,
  pull,
  history,
  get,
  find,
  search,
  look,
  presenceSet,
  typing,
  ping,
]);
export type UpFrame = z.infer<typeof upFrame>;
export type Up<T extends UpFrame['t']> = Extract<UpFrame, { t: T }>;
