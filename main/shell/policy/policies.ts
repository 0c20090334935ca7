import { z } from 'zod';

/**
 * What a company may decide for its computers. Each name is the same in the registry, in a
 * configuration profile and in the policy file; `build/policies/` has the templates, and a test
 * keeps them the same.
 */
const shape = {
  /** Address of the relay, filled in before anybody signs in. */
  RelayAddress: z.string().max(253 + 20),
  /** Plain HTTP to a relay on another computer. */
  AllowInsecureRelay: z.boolean(),
  /** Keys only in the system's keychain: where none answers, nobody signs in. */
  RequireKeychain: z.boolean(),
  AllowNotifications: z.boolean(),
  /** Notifications say only that something came, not who and what. */
  HideNotificationText: z.boolean(),
  /** Microphone and camera. Unset: the microphone alone, for voice messages. */
  AllowMedia: z.boolean(),
  /** Unset: as the person has it. */
  StartAtLogin: z.boolean(),
  /** Closing the window leaves the app running, to be told of messages. */
  CloseToTray: z.boolean(),
};

export type PolicyName = keyof typeof shape;
export const policyNames = Object.keys(shape) as PolicyName[];
export const isText = (name: PolicyName): boolean => shape[name] instanceof z.ZodString;

type Values = { [N in PolicyName]?: z.infer<(typeof shape)[N]> };

/** What holds on this computer, with what is usual where the company has not decided. */
export interface Policy {
  readonly relayAddress: string | null;
  readonly allowInsecureRelay: boolean;
  readonly requireKeychain: boolean;
  readonly allowNotifications: boolean;
  readonly hideNotificationText: boolean;
  readonly allowMedia: boolean | null;
  readonly startAtLogin: boolean | null;
  readonly closeToTray: boolean;
}

/**
 * Reads raw values, of which the first source that has one decides. One of the wrong type counts
 * as not given, and its name is told to `onWrong`.
 */
export function readPolicy(
  sources: readonly Readonly<Record<string, unknown>>[],
  onWrong: (name: PolicyName) => void,
): Policy {
  const values: Record<string, unknown> = {};
  for (const name of policyNames) {
    const raw = sources.find((source) => Object.hasOwn(source, name))?.[name];
    if (raw === undefined) continue;
    const parsed = shape[name].safeParse(raw);
    if (parsed.success) values[name] = parsed.data;
    else onWrong(name);
  }
  const given: Values = values;
  return {
    relayAddress: given.RelayAddress?.trim() || null,
    allowInsecureRelay: given.AllowInsecureRelay ?? false,
    requireKeychain: given.RequireKeychain ?? false,
    allowNotifications: given.AllowNotifications ?? true,
    hideNotificationText: given.HideNotificationText ?? false,
    allowMedia: given.AllowMedia ?? null,
    startAtLogin: given.StartAtLogin ?? null,
    closeToTray: given.CloseToTray ?? true,
  };
}
