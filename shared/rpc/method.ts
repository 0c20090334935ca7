import type { z } from 'zod';

declare const returns: unique symbol;

/** One call: the schema of its argument, and the type of its answer. */
export interface Method<Args, Answer> {
  readonly args: z.ZodType<Args>;
  readonly [returns]?: Answer;
}
export type Methods = Record<string, Method<unknown, unknown>>;

/** `method<Answer>()(schema)`: TypeScript infers the one and is told the other. */
export const method =
  <Answer>() =>
  <Args>(args: z.ZodType<Args>): Method<Args, Answer> => ({ args });

export type ArgsOfMethod<M> = M extends Method<infer Args, infer _> ? Args : never;
export type AnswerOfMethod<M> = M extends Method<infer _, infer Answer> ? Answer : never;

/** The client's side of an API. */
export type Client<Api> = {
  readonly [N in keyof Api]: (args: ArgsOfMethod<Api[N]>) => Promise<AnswerOfMethod<Api[N]>>;
};
/** The serving side. */
export type Handlers<Api> = {
  readonly [N in keyof Api]: (
    args: ArgsOfMethod<Api[N]>,
  ) => AnswerOfMethod<Api[N]> | Promise<AnswerOfMethod<Api[N]>>;
};
