import type { ArgsOf } from '../commands/registry.ts';
import type { ChannelId, ScheduledId } from '../domain/ids.ts';
import { scheduledMessageId } from '../domain/kinds/scheduled.ts';
import { channelScope, registryScope, userScope } from '../domain/scope.ts';
import { Office, people } from './office.ts';

const HOUR = 3_600_000;

/** Ayu's office, where she writes what goes out later. */
export class Scheduling extends Office {
  readonly channelId = this.channel();

  args(text: string, inHours: number): ArgsOf<'scheduled.add'> {
    return {
      ...{ channelId: this.channelId, rootId: null, broadcast: false, text, attachments: [] },
      ...{ at: this.now + inHours * HOUR, why: 'chosen' },
    };
  }

  later(text = 'Besok rapat', inHours = 5): ScheduledId {
    return this.did('ayu', 'scheduled.add', this.args(text, inHours)) as string as ScheduledId;
  }

  named(id: ScheduledId): { id: ScheduledId; channelId: ChannelId } {
    return { id, channelId: this.channelId };
  }

  row(id: ScheduledId) {
    return this.work.get(userScope(people.ayu), 'scheduled', id);
  }

  /** What the relay has noted down to send. */
  get due() {
    return this.work.all(registryScope, 'due');
  }

  message(id: ScheduledId) {
    return this.work.get(channelScope(this.channelId), 'message', scheduledMessageId(id));
  }
}
