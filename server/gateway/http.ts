import { fastify, type FastifyInstance } from 'fastify';
import { orgScope } from '../../shared/domain/scope.ts';
import { paths } from '../../shared/protocol/http.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/port.ts';

export interface HttpOptions {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Whether a proxy in front may say who the client is. */
  readonly trustProxy: boolean;
  /** Who brings it may read the metrics; null: only this machine may. */
  readonly metricsToken: string | null;
}

/** The HTTP server with what is for operators. Sign-in and the gateway are added to it. */
export function createHttp(options: HttpOptions): FastifyInstance {
  const { store, metrics, log, trustProxy, metricsToken } = options;
  const app = fastify({ trustProxy, bodyLimit: 64 * 1024, forceCloseConnections: true });

  app.setErrorHandler((error, _request, reply) => {
    log.error({ err: error }, 'a request failed');
    return reply.code(500).send({ code: 'unavailable', message: 'a mistake of the relay' });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'not_found', message: 'there is nothing here' }),
  );

  app.get(paths.health, async (_request, reply) => {
    try {
      await store.heads([orgScope]);
      return { ok: true };
    } catch {
      return reply.code(503).send({ code: 'unavailable', message: 'the store does not answer' });
    }
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
