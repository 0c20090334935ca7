import type { Scope } from '../../shared/domain/scope.ts';

/** S13: a hint that something happened. It may be lost, doubled or late. */
export type Hint =
  | { readonly type: 'scope'; readonly scope: Scope; readonly head: number }
  | { readonly type: 'session_ended'; readonly sessionId: string }
  | {
      readonly type: 'typing';
      readonly channelId: string;
      readonly rootId: string | null;
      readonly userId: string;
    }
  | {
      readonly type: 'presence';
      readonly node: string;
      readonly userId: string;
      readonly state: 'active' | 'away' | 'offline';
    };

/** Carries hints between the nodes of one workspace; a node hears its own hints too. */
export interface Bus {
  publish(hints: readonly Hint[]): void;
  subscribe(listener: (hints: readonly Hint[]) => void): () => void;
  close(): Promise<void>;
}
