/** Where a request comes from, as limits and signals see it; only keyed hashes of it are ever stored. */
export interface Network {
  /** One connection: an IPv4 address, an IPv6 /64. */
  readonly address: string;
  /** Its neighbourhood: an IPv4 /24, an IPv6 /48. */
  readonly prefix: string;
}

const V4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/i;

/** Addresses of this machine and of networks behind one (RFC 1918, RFC 3927): they are nobody's place in the world. */
const isPrivateV4 = ([a = 0, b = 0]: readonly number[]): boolean =>
  a === 10 ||
  a === 127 ||
  a === 0 ||
  (a === 172 && b >= 16 && b < 32) ||
  (a === 192 && b === 168) ||
  (a === 169 && b === 254);

/** The first four groups of an IPv6 address, or undefined when it is none. */
const groupsOf = (ip: string): number[] | undefined => {
  const [head = "", tail, ...more] = ip.split("::");
  if (more.length > 0 || !/^[0-9a-f:]*$/i.test(ip)) return undefined;
  const groups = (text: string): number[] =>
    text === ""
      ? []
      : text.split(":").map((group) => (group === "" ? Number.NaN : Number.parseInt(group, 16)));
  const [before, after] = [groups(head), groups(tail ?? "")];
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...before, ...Array.from({ length: missing }, () => 0), ...after];
  return all.every((group) => group <= 0xffff) ? all.slice(0, 4) : undefined;
};

/** Loopback and what is in front of it (`::`), unique local (RFC 4193), link local. */
const isPrivateV6 = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): boolean =>
  (a | b | c | d) === 0 || (a & 0xfe00) === 0xfc00 || (a & 0xffc0) === 0xfe80;

/** The network of an IP address as a socket or a gateway writes it; undefined for one that is not of the public internet. */
export const networkOf = (ip: string): Network | undefined => {
  const v4 = V4.exec(ip)?.slice(1).map(Number);
  if (v4) {
    if (v4.some((byte) => byte > 255) || isPrivateV4(v4)) return undefined;
    return { address: v4.join("."), prefix: `${v4.slice(0, 3).join(".")}.0/24` };
  }
  const groups = groupsOf(ip.split("%", 1)[0] ?? "");
  if (!groups || isPrivateV6(groups)) return undefined;
  const text = (count: number): string =>
    `${groups
      .slice(0, count)
      .map((group) => group.toString(16))
      .join(":")}::/${count * 16}`;
  return { address: text(4), prefix: text(3) };
};
