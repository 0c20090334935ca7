import type { Core } from '../../app/core/unbranded.ts';

/** When a message goes out that does not go out now. */
export interface Later {
  /** ms */
  readonly at: number;
  readonly why: 'chosen' | 'day_start';
}

/** How the person wants it sent; nothing of it: now. */
export interface SendHow {
  /** Why it must ring for people who are off. */
  readonly urgent?: string;
  /** It rings for nobody. */
  readonly quiet?: true;
  readonly later?: Later;
  /** Of what is attached. */
  readonly fileIds?: string[];
}

interface Place {
  readonly channelId: string;
  readonly rootId: string | null;
  readonly broadcast: boolean;
}

/** Sends a text, or lays it down to go out later. */
export const sendAs = (
  core: Core,
  place: Place,
  text: string,
  { later, fileIds = [], ...how }: SendHow,
) =>
  later === undefined
    ? core.send({ ...place, text, fileIds, ...how })
    : core.schedule({ ...place, text, fileIds, ...later });
