import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 that leads into somebody's own network, or nowhere (RFC 6890 and its registry). */
const INSIDE_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Of IPv6 only 2000::/3 leads out, and of that not what carries an IPv4 address inside. */
const OUTSIDE_6 = ['2000::/3'];
const INSIDE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listOf = (ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
};
const inside4 = listOf(INSIDE_4, 'ipv4');
const outside6 = listOf(OUTSIDE_6, 'ipv6');
const inside6 = listOf(INSIDE_6, 'ipv6');

/**
 * Whether an address is one of the internet, and not of the relay's own machine or network, where
 * a link could make the relay ask what its writer may not: a router, a database, a cloud's keys.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !inside4.check(address, 'ipv4');
  // An IPv4 address in IPv6's clothes (::ffff:10.0.0.1) is not in 2000::/3.
  if (!isIPv6(address) || address.includes('%')) return false;
  return outside6.check(address, 'ipv6') && !inside6.check(address, 'ipv6');
}
