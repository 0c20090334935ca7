import { describe, expect, it, onTestFinished } from 'vitest';
import { Cable } from '../support/cable.ts';
import { Office, PASSWORD, type Computer } from './office.ts';

const NOTICED_MS = 30_000;

async function onCable(
  office: Office,
  name: string,
): Promise<{ cable: Cable; computer: Computer }> {
  const cable = await Cable.to(Number(new URL(office.address).port));
  onTestFinished(() => cable.close());
  const computer = await office.computer();
  await computer.api.signIn({ address: cable.address, name, password: PASSWORD });
  await computer.until(async (api) => (await api.sidebar({})) !== null);
  return { cable, computer };
}

async function setUp() {
  const office = await Office.open(['ayu', 'bagas']);
  const { cable, computer: ayu } = await onCable(office, 'ayu');
  const bagas = await office.signedIn('bagas');
  const { op } = await bagas.api.createChannel({
    ...{ name: 'dermaga', type: 'private', topic: '', userIds: [office.id('ayu')] },
  });
  await ayu.until(async (api) => (await api.sidebar({}))?.channels.length === 1);
  return { cable, ayu, bagas, op };
}

describe('a line whose way is gone without an end', () => {
  it('is noticed at once when the computer says that its network changed; nothing is lost', async () => {
    const { cable, ayu, bagas, op } = await setUp();
    cable.swallow();
    await ayu.send(op, 'ke jaringan lama');
    await bagas.send(op, 'tidak sampai di jaringan lama');
    ayu.networkChanged();
    await ayu.until(async (api) => {
      const { state, waiting } = await api.connection({});
      return state === 'connected' && waiting === 0;
    });
    await ayu.until(async () => (await ayu.texts(op)).length === 2);
    await bagas.until(async () => (await bagas.texts(op)).length === 2);
    expect(await ayu.texts(op)).toEqual(await bagas.texts(op));
  });

  it('is noticed within half a minute where nobody says so', async () => {
    const { cable, ayu, bagas, op } = await setUp();
    cable.swallow();
    const from = Date.now();
    await ayu.send(op, 'ke jaringan lama');
    // The client gives up the old line and opens another, by itself.
    await ayu.until(async (api) => (await api.connection({})).state !== 'connected');
    expect(Date.now() - from).toBeLessThan(NOTICED_MS);
    await ayu.until(async (api) => (await api.connection({})).waiting === 0);
    await bagas.until(async () => (await bagas.texts(op)).length === 1);
  }, 90_000);
});
