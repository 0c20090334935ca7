import { join } from 'node:path';
import type { DeviceId } from '../../shared/domain/ids.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { FileKeyStore } from '../../main/core/keys/file-key-store.ts';
import { ProfileFile } from '../../main/core/session/profile-file.ts';
import { SessionKeys } from '../../main/core/session/session-keys.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { fillCache, KEY, type FilledCache } from '../core/filled-cache.ts';
import { temporaryFolder } from '../relay/program.ts';

export interface FilledProfile extends FilledCache {
  readonly dir: string;
}

/**
 * The profile of somebody who is signed in and away from their relay, with so many messages in so
 * many channels.
 */
export async function fillProfile(messages: number, channels: number): Promise<FilledProfile> {
  const dir = temporaryFolder('profile');
  const filled = fillCache(join(dir, 'cache.db'), messages, channels);
  const deviceId = uuid7Generator(nodeClock.now)() as DeviceId;
  const { userId } = filled;
  const nowhere = 'http://127.0.0.1:1';
  new ProfileFile(dir).write({ address: nowhere, workspace: 'Bench', userId, deviceId });
  const keys = new SessionKeys(new FileKeyStore(dir));
  await keys.setCacheKey(deviceId, KEY);
  await keys.setRefreshToken(deviceId, 'bench');
  return { ...filled, dir };
}
