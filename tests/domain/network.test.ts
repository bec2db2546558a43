import { BlockList, isIPv6 } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { networkOf } from "../../shared/domain/network.ts";

test("neighbours share a prefix, and each has an address of their own", () => {
  expect(networkOf("198.51.100.7")).toEqual({ address: "198.51.100.7", prefix: "198.51.100.0/24" });
  expect(networkOf("::ffff:198.51.100.7")).toEqual(networkOf("198.51.100.7"));
  expect(networkOf("2001:DB8:7:8:9::1")).toEqual({ address: "2001:db8:7:8::/64", prefix: "2001:db8:7::/48" });
  expect(networkOf("2001:db8:7:8:ffff:1:2:3")).toEqual(networkOf("2001:db8:7:8::1"));
  expect(networkOf("2001:db8:7:9::1")?.prefix).toBe(networkOf("2001:db8:7:8::1")?.prefix);
  expect(networkOf("2001:db8::")).toEqual({ address: "2001:db8:0:0::/64", prefix: "2001:db8:0::/48" });
});

test("what is no place of the public internet has no network", () => {
  const inside = [
    "127.0.0.1",
    "::1",
    "::",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.1",
    "192.168.1.1",
    "169.254.1.1",
  ];
  const wrong = [
    "",
    "unknown",
    "256.1.1.1",
    "1.2.3",
    "2001:db8::1::2",
    "2001:db8:12345::",
    "1:2:3:4:5:6:7:8:9",
  ];
  for (const ip of [...inside, "fd00::1", "fe80::1%eth0", "::ffff:127.0.0.1", "0.0.0.0", ...wrong])
    expect([ip, networkOf(ip)]).toEqual([ip, undefined]);
  expect(networkOf("172.32.0.1")).toBeDefined();
});

test("an IPv6 address is read as Node reads it, however it is shortened", () => {
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      const network = networkOf(ip);
      if (network === undefined || !isIPv6(ip)) return;
      const own = new BlockList();
      const [start = "", bits] = network.prefix.split("/");
      own.addSubnet(start, Number(bits), network.prefix.includes(".") ? "ipv4" : "ipv6");
      expect(own.check(ip, "ipv6")).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
