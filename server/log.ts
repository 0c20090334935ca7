import { pino, type Logger } from 'pino';

export type Log = Logger;
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * JSON lines on standard error. They never hold what people wrote: callers log ids, counts and
 * codes, and an error only with its name, message and stack.
 */
export const openLog = (level: LogLevel): Log =>
  pino({ level, base: { name: 'balai-relay' } }, pino.destination({ fd: 2, sync: true }));
