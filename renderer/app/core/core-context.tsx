import { createContext, useContext, type ReactNode } from 'react';
import type { ShellClient, ShellInfo } from '../../../shared/rpc/shell-api.ts';
import type { AttachBytes } from './attach-bytes.ts';
import type { CoreLink } from './link.ts';
import type { LiveStore } from './live-store.ts';
import type { Core } from './unbranded.ts';

/** What the composition root (main.tsx) gives every component. */
export interface Services {
  readonly link: CoreLink;
  readonly live: LiveStore;
  readonly shell: ShellClient;
  readonly shellInfo: ShellInfo;
  readonly attach: AttachBytes;
}

const ServicesContext = createContext<Services | null>(null);

export function CoreProvider({ services, children }: { services: Services; children: ReactNode }) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('used outside CoreProvider');
  return services;
}

/** Calls to the data core. Each rejects with `RpcError` where the core fails or is away. */
export const useCore = (): Core => useServices().link.core;

/** The program around the page: windows, the system, the outside. */
export const useShell = (): ShellClient => useServices().shell;
export const useShellInfo = (): ShellInfo => useServices().shellInfo;
