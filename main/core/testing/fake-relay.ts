import { paths } from '../../../shared/protocol/http.ts';

export interface FakeAnswer {
  status?: number;
  /** Sent as JSON, or as it is where it is a string. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Asked {
  method: string;
  path: string;
  body: unknown;
  authorization: string | null;
}

const info = {
  name: 'Nusa Mandiri',
  server: '0.1.0',
  protocol: { oldest: 1, newest: 1 },
  signIn: ['password'],
};

/** The relay's HTTP side as a test wants it: answers by path, and a record of what was asked. */
export class FakeRelay {
  readonly asked: Asked[] = [];
  readonly userId = '01900000-0000-7000-8000-00000000a4a0';
  answers: Record<string, (asked: Asked) => FakeAnswer | Promise<FakeAnswer>> = {
    [`GET ${paths.workspace}`]: () => ({ body: info }),
    [`POST ${paths.session}`]: () => ({ body: this.grant() }),
    [`POST ${paths.invite}`]: () => ({ body: this.grant() }),
    [`POST ${paths.refresh}`]: () => ({ body: this.grant() }),
    [`DELETE ${paths.session}`]: () => ({ status: 204 }),
  };
  #pairs = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The next pair: `a1` and `r1`, `a2` and `r2`, ... good for ten minutes. */
  grant(): Record<string, unknown> {
    const n = ++this.#pairs;
    const expires = this.#now() + 10 * 60_000;
    return { userId: this.userId, accessToken: `a${n}`, refreshToken: `r${n}`, expires };
  }

  count(route: string): number {
    return this.asked.filter(({ method, path }) => `${method} ${path}` === route).length;
  }

  readonly fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input));
    const headers = new Headers(init.headers);
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      authorization: headers.get('authorization'),
    };
    this.asked.push(asked);
    const answer = this.answers[`${asked.method} ${asked.path}`];
    if (answer === undefined) return new Response('<h1>Not Found</h1>', { status: 404 });
    const stopped = new Promise<never>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
    const {
      status = 200,
      body,
      headers: extra = {},
    } = await Promise.race([answer(asked), stopped]);
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    return new Response(text ?? null, { status, headers: extra });
  };
}
