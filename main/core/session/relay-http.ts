import type { z } from 'zod';
import type { Clock } from '../../../shared/domain/clock.ts';
import {
  httpError,
  paths,
  sessionGranted,
  workspaceInfo,
  type AcceptInviteRequest,
  type SessionGranted,
  type SignInRequest,
  type WorkspaceInfo,
} from '../../../shared/protocol/http.ts';
import { PROTOCOL } from '../../../shared/protocol/version.ts';
import type { AccountProblem, SignInProblem } from '../../../shared/rpc/problems.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import { networkFailure } from './network-failure.ts';

/** `session_ended`: the refresh token is no longer good. */
export type RelayProblem = SignInProblem | AccountProblem;

export interface RelayHttpOptions {
  fetch: typeof fetch;
  clock: Clock;
  /** How long one request may take with its whole answer, ms. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
/** The longest answer is a few hundred bytes; a page of a captive portal is not read to its end. */
const MOST_BYTES = 64 * 1024;

interface Request {
  method: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  token?: string;
}

type Answer = { status: number; retryAfter: string | null; body: unknown };

/** The relay's HTTP side. Nothing here throws: each failure has the name that a person is told. */
export class RelayHttp {
  readonly #options: RelayHttpOptions;

  constructor(options: RelayHttpOptions) {
    this.#options = options;
  }

  /** What anybody may know of a workspace, and whether this client can speak with its relay. */
  async workspace(address: string): Promise<Result<WorkspaceInfo, RelayProblem>> {
    const answer = await this.#ask(workspaceInfo, address, paths.workspace, { method: 'GET' });
    if (!answer.ok) return answer;
    const { oldest, newest } = answer.value.protocol;
    if (oldest > PROTOCOL) return { ok: false, code: 'client_too_old' };
    if (newest < PROTOCOL) return { ok: false, code: 'client_too_new' };
    return answer;
  }

  signIn(address: string, body: SignInRequest): Promise<Result<SessionGranted, RelayProblem>> {
    return this.#ask(sessionGranted, address, paths.session, { method: 'POST', body });
  }

  acceptInvite(
    address: string,
    body: AcceptInviteRequest,
  ): Promise<Result<SessionGranted, RelayProblem>> {
    return this.#ask(sessionGranted, address, paths.invite, { method: 'POST', body });
  }

  refresh(address: string, refreshToken: string): Promise<Result<SessionGranted, RelayProblem>> {
    const body = { refreshToken };
    return this.#ask(sessionGranted, address, paths.refresh, { method: 'POST', body });
  }

  /** What an administrator does with an account: one of the `people` paths. */
  account<T>(
    schema: z.ZodType<T>,
    { address, path, token, body }: { address: string; path: string; token: string; body: unknown },
  ): Promise<Result<T, RelayProblem>> {
    return this.#ask(schema, address, path, { method: 'POST', token, body });
  }

  /** Ends the session on the relay. */
  async signOut(address: string, token: string): Promise<Result<null, RelayProblem>> {
    const answer = await this.#request(address, paths.session, { method: 'DELETE', token });
    if (!answer.ok) return answer;
    if (answer.value.status < 300) return { ok: true, value: null };
    return refusal(answer.value);
  }

  async #ask<T>(
    schema: z.ZodType<T>,
    address: string,
    path: string,
    request: Request,
  ): Promise<Result<T, RelayProblem>> {
    const answer = await this.#request(address, path, request);
    if (!answer.ok) return answer;
    if (answer.value.status !== 200) return refusal(answer.value);
    const parsed = schema.safeParse(answer.value.body);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, code: 'not_a_relay' };
  }

  async #request(
    address: string,
    path: string,
    request: Request,
  ): Promise<Result<Answer, RelayProblem>> {
    const { clock, timeoutMs = TIMEOUT_MS } = this.#options;
    const stop = new AbortController();
    const cancel = clock.after(timeoutMs, () => stop.abort(new Error('took too long')));
    try {
      const response = await this.#options.fetch(`${address}${path}`, {
        method: request.method,
        // A captive portal sends elsewhere; a relay never does.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        signal: stop.signal,
        headers: {
          accept: 'application/json',
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
      const text = await readText(response);
      const retryAfter = response.headers.get('retry-after');
      return { ok: true, value: { status: response.status, retryAfter, body: parseJson(text) } };
    } catch (error) {
      return { ok: false, code: networkFailure(error) };
    } finally {
      cancel();
    }
  }
}

/** The body as far as it may go; cut short where it is longer. */
async function readText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refusalOf: Readonly<Record<string, RelayProblem>> = {
  bad_credentials: 'bad_credentials',
  invite_invalid: 'invite_invalid',
  session_ended: 'session_ended',
  disabled: 'disabled',
  rate_limited: 'rate_limited',
  unavailable: 'unavailable',
  forbidden: 'forbidden',
  name_taken: 'name_taken',
  not_found: 'not_found',
  invalid: 'invalid',
};

/** An answer that is not what was hoped for: the relay's own error, a proxy's, or a stranger's. */
function refusal(answer: Answer): { ok: false; code: RelayProblem; retryAfterMs?: number } {
  const { status, body } = answer;
  const parsed = httpError.safeParse(body);
  const told = parsed.success ? refusalOf[parsed.data.code] : undefined;
  const code = told ?? codeOfStatus(status, parsed.success);
  if (code !== 'rate_limited' && code !== 'unavailable') return { ok: false, code };
  const seconds = Number(answer.retryAfter ?? Number.NaN);
  const wait = parsed.data?.retryAfterMs ?? (seconds >= 0 ? seconds * 1_000 : undefined);
  return { ok: false, code, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
}

function codeOfStatus(status: number, ours: boolean): RelayProblem {
  if (status === 429) return 'rate_limited';
  // A reverse proxy in front of a relay that is down answers in its own words.
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  return ours ? 'unavailable' : 'not_a_relay';
}
