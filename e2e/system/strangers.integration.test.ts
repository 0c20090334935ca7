import { describe, expect, it, onTestFinished } from 'vitest';
import { StrangerNetwork, type Way } from '../support/stranger-network.ts';
import { Office, PASSWORD, type Computer } from './office.ts';

const html = '<html><body>Welcome to Hotel Wi-Fi. Please agree to our terms.</body></html>';
const ways: readonly [name: string, way: Way, problem: string][] = [
  ['a captive portal with a page', { status: 200, body: html }, 'not_a_relay'],
  [
    'a captive portal that sends elsewhere',
    { status: 302, headers: ['Location: http://127.0.0.1:1/login'], body: '' },
    'not_a_relay',
  ],
  ['a captive portal by its own status', { status: 511, body: html }, 'not_a_relay'],
  ['a proxy that wants a password', { status: 407, body: html }, 'not_a_relay'],
  ['a proxy without a relay behind it', { status: 502, body: html }, 'unavailable'],
  ['a TLS server', { bytes: Buffer.from([21, 3, 3, 0, 2, 2, 40]) }, 'not_a_relay'],
  ['noise', { bytes: Buffer.from('\u0000\u0001\u0002 220 mail ready\r\n') }, 'not_a_relay'],
];

async function behind(
  office: Office,
): Promise<{ net: StrangerNetwork; ayu: Computer; op: string }> {
  const net = await StrangerNetwork.before(Number(new URL(office.address).port));
  onTestFinished(() => net.close());
  const ayu = await office.computer();
  const { ok } = await ayu.api.signIn({ address: net.address, name: 'ayu', password: PASSWORD });
  expect(ok).toBe(true);
  await ayu.until(async (api) => (await api.sidebar({})) !== null);
  const { op } = await ayu.api.createChannel({
    ...{ name: 'dermaga', type: 'private', topic: '', userIds: [] },
  });
  await ayu.until(async (api) => (await api.connection({})).waiting === 0);
  return { net, ayu, op };
}

describe('what answers in place of the relay', () => {
  it('is told to the person, hears no word of theirs, and is over as soon as the relay answers', async () => {
    const office = await Office.open(['ayu']);
    const { net, ayu, op } = await behind(office);
    const texts: string[] = [];
    for (const [name, way, problem] of ways) {
      net.become(way);
      const text = `rahasia perusahaan ${texts.push('')}`;
      texts[texts.length - 1] = text;
      await ayu.send(op, text);
      const before = net.answered;
      await ayu.until(async (api) => {
        const told = await api.connection({});
        if (told.state === 'connected') return false;
        if (told.problem === problem && net.answered > before) return true;
        if (told.nextTry !== null) await api.connectNow({});
        return false;
      });
      const told = await ayu.api.connection({});
      expect([told.problem, told.waiting], name).toEqual([problem, 1]);
      // Nobody is put out by a stranger's word (S12).
      expect((await ayu.api.session({})).state, name).toBe('signed_in');

      net.become({ open: true });
      await ayu.until(async (api) => {
        const { state, waiting, nextTry } = await api.connection({});
        if (nextTry !== null) await api.connectNow({});
        return state === 'connected' && waiting === 0;
      });
    }
    expect(await ayu.texts(op)).toEqual(texts);
    expect(net.answered).toBeGreaterThanOrEqual(ways.length);
    expect(net.heard).not.toContain('rahasia perusahaan');
    expect(net.heard).not.toContain(PASSWORD);
  });

  it('is told at the door too, before a password is sent anywhere', async () => {
    const office = await Office.open(['ayu']);
    const net = await StrangerNetwork.before(Number(new URL(office.address).port));
    onTestFinished(() => net.close());
    const ayu = await office.computer();
    for (const [name, way, problem] of ways) {
      net.become(way);
      const signIn = { address: net.address, name: 'ayu', password: PASSWORD };
      expect(await ayu.api.signIn(signIn), name).toMatchObject({ ok: false, code: problem });
    }
    expect(net.heard).not.toContain(PASSWORD);
  });
});
