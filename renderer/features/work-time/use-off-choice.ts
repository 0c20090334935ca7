import { useState } from 'react';
import { useLivePick } from '../../app/core/use-live.ts';
import type { SendHow } from '../composer/send-how.ts';
import { offWays, sendHow, type OffWay, type OffWays, type Reach } from './off-ways.ts';
import { useOffPeople } from './use-off-people.ts';

/** What happens to a message for people who are off, and what else could. */
export interface OffChoice extends Reach, OffWays {
  readonly way: OffWay;
  /** Chosen here, and not by the company. */
  readonly byHand: boolean;
  /** Why it is urgent, as far as it is written. */
  readonly reason: string;
  /** Without a reason it does not go. */
  readonly unexplained: boolean;
  /** How often it was to go without one, since the way was chosen. */
  readonly asked: number;
  readonly how: () => SendHow;
  readonly choose: (way: OffWay) => void;
  readonly explain: (reason: string) => void;
  /** Asks for the reason. */
  readonly ask: () => void;
  /** The next message is another matter. */
  readonly reset: () => void;
}

/** Follows whom a text in this place would reach, and the choice of its author. */
export function useOffChoice(channelId: string, named: readonly string[]): OffChoice {
  const reach = useOffPeople(channelId, named);
  const policy = useLivePick('company', {}, ['sidebar'], (company) => company.offHours);
  const [chosen, setChosen] = useState<OffWay | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(0);
  const offered = offWays(reach, policy);
  const byHand = chosen !== null && offered.ways.includes(chosen);
  const way = byHand ? chosen : offered.first;
  return {
    ...{ ...reach, ...offered, way, byHand, reason, asked },
    unexplained: reach.off.length > 0 && way === 'urgent' && reason.trim() === '',
    how: () => sendHow(way, reason, offered, reach),
    choose(next) {
      setChosen(next);
      setAsked(0);
    },
    explain: setReason,
    ask: () => setAsked((times) => times + 1),
    reset() {
      setChosen(null);
      setReason('');
      setAsked(0);
    },
  };
}
