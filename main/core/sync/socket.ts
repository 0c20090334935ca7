/** A WebSocket as the connection needs it; the host gives the real one, a test its own. */
export interface Socket {
  send(text: string): void;
  /** Ends it; `onClose` comes once, also when the other side never answers. */
  close(): void;
}

export interface SocketEvents {
  onOpen(): void;
  onMessage(text: string): void;
  /**
   * Once, with the close code; 1006 where the line broke. `problem`: something else than a relay
   * answered in its place.
   */
  onClose(code: number, problem?: 'unavailable' | 'not_a_relay' | 'bad_certificate'): void;
}

export type OpenSocket = (url: string, events: SocketEvents) => Socket;

/** The session's access token, refreshed where it must be. */
export interface Tokens {
  accessToken(rejected?: string): Promise<
    | { ok: true; token: string; expires: number }
    | {
        ok: false;
        reason:
          | 'ended'
          | 'disabled'
          | 'offline'
          | 'unavailable'
          | 'not_a_relay'
          | 'bad_certificate';
      }
  >;
}
