import { channelName } from '../../../../shared/domain/kinds/channel.ts';

/** A channel's name by our rules, made of the one it had. */
export function channelNameOf(name: string | undefined, otherwise: string): string {
  const made = (name ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{Ll}\p{Lo}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^[^\p{Ll}\p{Lo}\p{N}]+/u, '')
    .slice(0, 60);
  return channelName.safeParse(made).success ? made : otherwise.toLowerCase();
}
