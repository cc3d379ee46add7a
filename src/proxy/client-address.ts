import type { Asked } from './asked.js';

/** The part of the address that belongs to one customer: IPv4 whole, of IPv6 the first 64 bits. */
function networkOf(text: string): string | undefined {
  const [, v4] = /^(?:\[?::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})\]?(?::\d+)?$/i.exec(text) ?? [];
  if (v4 !== undefined) return v4;
  const [, v6 = ''] = /^\[?([\da-f:]{2,39})(?:%\w+)?(?:\](?::\d+)?)?$/i.exec(text) ?? [];
  if (!v6.includes(':') || !URL.canParse(`http://[${v6}]`)) return undefined;
  // Now in lower case and without leading zeros, but with `::` wherever that is shortest.
  const [head = '', tail] = new URL(`http://[${v6}]`).hostname.slice(1, -1).split('::');
  const groups = head.split(':').filter(Boolean);
  const ends = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - groups.length - ends.length }, () => '0');
  return `${[...groups, ...zeros, ...ends].slice(0, 4).join(':')}::/64`;
}

/**
 * Who asks, as far as a limit is concerned: the last address in the header that the host's own balancer writes,
 * else the other end of the connection, else (a platform that tells neither) undefined. The last one is what the
 * balancer saw itself; whatever stands before it the client may have made up.
 */
export function clientAddress(asked: Asked, header: string | undefined): string | undefined {
  const told = header === undefined ? undefined : asked.header(header)?.split(',').pop()?.trim();
  return (told && networkOf(told)) || networkOf(asked.address ?? '');
}
