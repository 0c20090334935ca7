import type { Clock } from '../../shared/domain/clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Authenticator } from '../services/accounts/authenticator.ts';
import type { CommandRunner } from '../services/commands/runner.ts';
import type { Store } from '../store/port.ts';
import type { DirectorySize } from './directory-size.ts';
import type { Fanout } from './fanout.ts';
import type { Presence } from './presence.ts';
import type { Rate } from './rate.ts';
import type { Typing } from './typing.ts';

export interface GatewaySettings {
  /** This relay's name and version, for people. */
  readonly server: string;
  /** S12: days without contact after which a cache locks; 0: never. */
  readonly leaseDays: number;
  /** Commands and questions of one connection. */
  readonly rate: Rate;
  /** Web pages that may connect, by their origin; programs send none. */
  readonly origins: readonly string[];
}

/** What a connection and its handlers work with. */
export interface GatewayContext {
  readonly store: Store;
  readonly runner: CommandRunner;
  readonly fanout: Fanout;
  readonly presence: Presence;
  readonly typing: Typing;
  readonly directory: DirectorySize;
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: GatewaySettings;
}
