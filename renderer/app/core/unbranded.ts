import type { CoreApi } from '../../../shared/rpc/core-api.ts';
import type { AnswerOfMethod, ArgsOfMethod } from '../../../shared/rpc/method.ts';

/**
 * The views carry ids as plain strings and the core parses every argument at its boundary, so a
 * component may hand an id on without branding it.
 */
type Unbranded<T> = T extends string & { readonly __brand: string }
  ? string
  : T extends readonly (infer Item)[]
    ? Unbranded<Item>[]
    : T extends object
      ? { [K in keyof T]: Unbranded<T[K]> }
      : T;

export type CoreMethod = keyof CoreApi;
export type CoreArgs<N extends CoreMethod> = Unbranded<ArgsOfMethod<CoreApi[N]>>;
export type CoreAnswer<N extends CoreMethod> = AnswerOfMethod<CoreApi[N]>;

/** The core as components call it: `core.send({ channelId, ... })`. */
export type Core = {
  readonly [N in CoreMethod]: (args: CoreArgs<N>) => Promise<CoreAnswer<N>>;
};
