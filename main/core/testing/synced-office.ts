import type { MessageId } from '../../../shared/domain/ids.ts';
import { channelScope, type Scope } from '../../../shared/domain/scope.ts';
import type { Up, UpFrame } from '../../../shared/protocol/up.ts';
import { TestClient } from './client.ts';
import { FakeRelay } from './relay.ts';

/** A relay with one channel in it that has so many messages, and a client of Ayu's. */
export function office(messages = 0) {
  const relay = new FakeRelay();
  const channel = relay.channel();
  for (let n = 1; n <= messages; n++) relay.say('budi', channel, `m${n}`);
  const client = new TestClient(relay);
  const scope = channelScope(channel);
  const { cache } = client;
  const held = (of: Scope = scope): number => cache.scopes.find(of)?.cursor ?? -1;
  const holes = () => cache.scopes.holes(cache.scopes.knownId(scope) ?? -1);
  const say = (text: string): MessageId => relay.say('budi', channel, text);
  const write = (text: string): MessageId => {
    const args = { channelId: channel, rootId: null, broadcast: false, text, attachments: [] };
    return client.write('message.send', args) as string as MessageId;
  };
  return { relay, client, cache, channel, scope, held, holes, say, write };
}

/** The questions for a scope's rows among these frames. */
export const pulls = (frames: readonly UpFrame[], scope: Scope): Up<'pull'>[] =>
  frames.filter((frame): frame is Up<'pull'> => frame.t === 'pull' && frame.scope === scope);
