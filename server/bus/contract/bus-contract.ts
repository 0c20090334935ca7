import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orgScope } from '../../../shared/domain/scope.ts';
import type { Bus, Hint } from '../port.ts';

export interface OpenedBus {
  /** Two nodes' ends of one bus; one and the same where the bus has but one node. */
  readonly here: Bus;
  readonly there: Bus;
  /** What listeners threw. */
  readonly faults: readonly unknown[];
  end(): Promise<void>;
}

const head = (n: number): Hint => ({ type: 'scope', scope: orgScope, head: n });

/** What every bus must do (S13). Hints may be lost in trouble; without trouble they arrive. */
export function busContract(name: string, open: () => Promise<OpenedBus>): void {
  describe(`${name}: the bus's contract`, () => {
    let opened: OpenedBus;

    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.end());

    /** Resolves with the first hints that `bus` hears and the test asks for. */
    const heard = (bus: Bus, enough: (hints: Hint[]) => boolean) =>
      new Promise<Hint[]>((resolve) => {
        const all: Hint[] = [];
        bus.subscribe((hints) => {
          all.push(...hints);
          if (enough(all)) resolve(all);
        });
      });

    it('S13: a node hears its own hints and those of others', async () => {
      const { here, there } = opened;
      const both = [here, there].map((bus) => heard(bus, (hints) => hints.length === 3));
      const more: Hint[] = [
        { type: 'session_ended', sessionId: 's' },
        { type: 'typing', channelId: 'c', rootId: null, userId: 'u' },
      ];
      here.publish([head(1), ...more]);
      for (const hints of await Promise.all(both)) expect(hints).toEqual([head(1), ...more]);
    });

    it('tells nobody during the publishing call', async () => {
      const { here } = opened;
      let published = false;
      const told = new Promise<boolean>((resolve) => {
        here.subscribe(() => resolve(published));
      });
      here.publish([head(1)]);
      published = true;
      expect(await told).toBe(true);
    });

    it('tells no more to a listener that was taken off', async () => {
      const { here } = opened;
      const told: Hint[] = [];
      const off = here.subscribe((hints) => void told.push(...hints));
      const first = heard(here, (hints) => hints.length === 1);
      here.publish([head(1)]);
      await first;
      off();
      const second = heard(here, (hints) => hints.length === 1);
      here.publish([head(2)]);
      await second;
      expect(told).toEqual([head(1)]);
    });

    it('lets no listener harm another', async () => {
      const { here } = opened;
      here.subscribe(() => {
        throw new Error('a mistake');
      });
      const told = heard(here, (hints) => hints.length === 1);
      here.publish([head(1)]);
      expect(await told).toEqual([head(1)]);
      expect(opened.faults).toHaveLength(1);
    });
  });
}
