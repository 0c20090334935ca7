import { fastify, type FastifyInstance } from 'fastify';
import { paths } from '../../shared/protocol/http.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Health } from './health.ts';

export interface HttpOptions {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Whether a proxy in front may say who the client is. */
  readonly trustProxy: boolean;
  /** Who brings it may read the metrics; null: only this machine may. */
  readonly metricsToken: string | null;
}

/** How long the head of a request may take, and the whole of it, ms. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** How often these are looked at, ms. */
const CHECK_MS = 2_000;

/** The HTTP server with what is for operators. Sign-in and the gateway are added to it. */
export function createHttp(options: HttpOptions): FastifyInstance {
  const { health, metrics, log, trustProxy, metricsToken } = options;
  const app = fastify({
    ...{ trustProxy, bodyLimit: 64 * 1024, forceCloseConnections: true },
    // Who never finishes a request holds a socket and a file descriptor no longer than this.
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECK_MS },
  });

  app.setErrorHandler((error, _request, reply) => {
    log.error({ err: error }, 'a request failed');
    return reply.code(500).send({ code: 'unavailable', message: 'a mistake of the relay' });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'not_found', message: 'there is nothing here' }),
  );

  app.get(paths.health, async (_request, reply) => {
    if (await health.good()) return { ok: true };
    return reply.code(503).send({ code: 'unavailable', message: 'the store does not answer' });
  });

  app.get(paths.metrics, async (request, reply) => {
    const { authorization } = request.headers;
    const forwarded = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
    const local = loopback.test(request.socket.remoteAddress ?? '') && !forwarded;
    const allowed = metricsToken === null ? local : authorization === `Bearer ${metricsToken}`;
    if (!allowed) return reply.callNotFound();
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return app;
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;
