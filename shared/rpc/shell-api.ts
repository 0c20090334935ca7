import { z } from 'zod';
import { method, type Client, type Handlers } from './method.ts';

const none = z.strictObject({});

export interface ShellInfo {
  host: 'electron' | 'browser';
  platform: string;
  version: string;
  /** Whether the app draws its own window frame. */
  ownFrame: boolean;
}

/** What the renderer asks of the program around it: windows, the system, the outside. */
export const shellApi = {
  info: method<ShellInfo>()(none),
  /** Opens an address outside, through the one gate that checks it. False: refused. */
  openOutside: method<boolean>()(z.strictObject({ url: z.string().max(2_048) })),
  setBadge: method<null>()(z.strictObject({ count: z.number().int().nonnegative() })),
  notify: method<null>()(
    z.strictObject({
      id: z.string().max(200),
      title: z.string().max(200),
      body: z.string().max(500),
      /** A path inside the app to open on a click. */
      link: z.string().max(300),
    }),
  ),
  copyText: method<null>()(z.strictObject({ text: z.string() })),
} as const;

export type ShellApi = typeof shellApi;
export type ShellClient = Client<ShellApi>;
export type ShellHandlers = Handlers<ShellApi>;
