import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Seat } from './company.ts';
import type { Deed } from './day.ts';

/** What the crowd's process is told, a line each. Rates are of all of them together, per second. */
export type Told =
  | { readonly do: 'sit'; readonly seats: readonly Seat[]; readonly seed: number }
  | { readonly do: 'arrive'; readonly perSecond: number }
  | {
      readonly do: 'work';
      readonly seconds: number;
      readonly perSecond: { readonly [D in Deed]?: number };
    }
  | { readonly do: 'announce'; readonly channelId: ChannelId };

/** What it answers when all that it was told is done and answered. Times in ms. */
export interface Done {
  readonly ms: number;
  readonly counts: { readonly [name: string]: number };
  /** From a post to its delivery at each receiver, or from `hello` to all that was missed. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes that came in. */
  readonly bytes: number;
}
