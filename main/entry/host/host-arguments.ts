import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { KeyStorePolicy } from '../../core/keys/open-key-store.ts';

export interface HostArguments {
  /** The profile's folder. */
  readonly data: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where the built page lies. */
  readonly page: string;
  /** Filled in for whoever signs in. */
  readonly relay: string | null;
  /** Signed in at the start where nobody is, with the password in BALAI_PASSWORD. */
  readonly person: string | null;
  readonly signInOnly: boolean;
  readonly keyStore: KeyStorePolicy;
  readonly allowInsecure: boolean;
}

export const hostUsage = `Serves Balai to the browser of this computer.

node main/entry/browser-host.ts --data DIR [options]

  --data DIR          folder of the profile: who is signed in, and the encrypted cache
  --port N            port on 127.0.0.1; any free one where it is not given
  --page DIR          the built page (dist/renderer)
  --relay URL         address of the relay, filled in for whoever signs in
  --person NAME       signs in with --relay and the password in BALAI_PASSWORD, where nobody is;
                      with BALAI_INVITE that invitation is accepted, and the password set
  --sign-in-only      ends after that, without serving anything
  --key-store KIND    auto, keychain or file
  --allow-insecure    also plain HTTP to a relay on another computer

Prints one line of JSON: {"url"} to open, or {"problem"}.
`;

/** Reads the command line. @throws {Error} with a sentence for whoever typed it */
export function hostArguments(argv: readonly string[], root: string): HostArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      page: { type: 'string', default: join(root, 'dist', 'renderer') },
      relay: { type: 'string' },
      person: { type: 'string' },
      'sign-in-only': { type: 'boolean', default: false },
      'key-store': { type: 'string', default: 'auto' },
      'allow-insecure': { type: 'boolean', default: false },
    },
  });
  const { data, relay = null, person = null } = values;
  if (data === undefined || data === '') throw new Error('--data names the folder of the profile');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('--port is a number from 0 to 65535');
  }
  const keyStore = (['auto', 'keychain', 'file'] as const).find((k) => k === values['key-store']);
  if (keyStore === undefined) throw new Error('--key-store is auto, keychain or file');
  if (person !== null && relay === null) throw new Error('--person needs --relay');
  return {
    data,
    port,
    page: values.page,
    relay,
    person,
    signInOnly: values['sign-in-only'],
    keyStore,
    allowInsecure: values['allow-insecure'],
  };
}
