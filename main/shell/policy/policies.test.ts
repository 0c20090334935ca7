import { describe, expect, it } from 'vitest';
import { policyNames, readPolicy } from './policies.ts';

const read = (...sources: Record<string, unknown>[]) => {
  const wrong: string[] = [];
  return { policy: readPolicy(sources, (name) => wrong.push(name)), wrong };
};

describe('the company’s policy', () => {
  it('where nothing is decided, is the safe and usual way', () => {
    expect(read()).toEqual({
      policy: {
        relayAddress: null,
        allowInsecureRelay: false,
        requireKeychain: false,
        allowNotifications: true,
        hideNotificationText: false,
        allowMedia: null,
        startAtLogin: null,
        closeToTray: true,
      },
      wrong: [],
    });
  });

  it('takes the strongest source that decides', () => {
    const { policy } = read({ AllowMedia: true }, { AllowMedia: false, StartAtLogin: true });
    expect(policy).toMatchObject({ allowMedia: true, startAtLogin: true });
  });

  it('passes over a value of the wrong type, and says which', () => {
    const { policy, wrong } = read({ AllowMedia: 'yes', RelayAddress: 7, CloseToTray: false });
    expect(policy).toMatchObject({ allowMedia: null, relayAddress: null, closeToTray: false });
    expect(wrong.sort()).toEqual(['AllowMedia', 'RelayAddress']);
  });

  it('does not fall back to a weaker source where the stronger is wrong', () => {
    expect(read({ AllowMedia: 'no' }, { AllowMedia: true }).policy.allowMedia).toBeNull();
  });

  it('knows nothing of other names, nor of what objects inherit', () => {
    expect(read({ toString: true, Telemetry: true }).wrong).toEqual([]);
    expect(read({ RelayAddress: '  ' }).policy.relayAddress).toBeNull();
    expect(policyNames).toHaveLength(8);
  });
});
