/** What no HTTP client sends: the gateway's own parser and whatever stands behind it answer, or hang up, at once. */
import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const CLOSE = "connection: close";
const JSON_TYPE = "content-type: application/json";
const CHUNKED = "transfer-encoding: chunked";

/** A request as bytes; a body stands after its headers as it is. */
const bytes = (line: string, headers: readonly string[] = [CLOSE], body = ""): string =>
  [`${line} HTTP/1.1`, "host: 127.0.0.1", ...headers, "", body].join("\r\n");

const posted = (headers: readonly string[], body: string): string =>
  bytes("POST /v1/surveys/srv_0000000000000000/links", [JSON_TYPE, ...headers], body);

/** Everything that comes back until the connection ends. */
const answered = async (sent: string): Promise<{ status: number; text: string }> => {
  const { hostname, port } = new URL(place.url);
  const socket = connect(Number(port), hostname);
  const parts: Buffer[] = [];
  socket.on("data", (part: Buffer) => parts.push(part));
  // Bytes that are still on their way when the other side hangs up.
  socket.on("error", () => undefined);
  socket.write(Buffer.from(sent, "latin1"));
  await once(socket, "close");
  const text = Buffer.concat(parts).toString("utf8");
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
};

const SENT: Readonly<Record<string, readonly [status: number, sent: string]>> = {
  "a chunk of no size": [400, posted([CHUNKED], "zz\r\n{}\r\n0\r\n\r\n")],
  "a chunk of more bytes than there are numbers": [400, posted([CHUNKED], "ffffffffffffffffff\r\n{}")],
  "a chunk with a long extension": [400, posted([CHUNKED], `2;${"a".repeat(20_000)}\r\n{}\r\n0\r\n\r\n`)],
  "a length in the trailer": [400, posted([CHUNKED], "2\r\n{}\r\n0\r\ncontent-length: 7\r\n\r\n")],
  "two lengths": [400, posted(["content-length: 2", "content-length: 3"], "{}a")],
  "one length twice": [400, posted(["content-length: 2", "content-length: 2"], "{}")],
  "a length and chunks": [400, posted(["content-length: 2", CHUNKED], "2\r\n{}\r\n0\r\n\r\n")],
  "a length below none": [400, posted(["content-length: -2"], "{}")],
  "a length with a sign": [400, posted(["content-length: +2"], "{}")],
  "a length beyond all numbers": [400, posted(["content-length: 99999999999999999999"], "{}")],
  "a compression for a transfer": [400, posted(["transfer-encoding: gzip"], "0\r\n\r\n")],
  "three thousand headers": [
    413,
    bytes(
      "GET /",
      Array.from({ length: 3000 }, (_, n) => `a${n}: 1`),
    ),
  ],
  "a header over all limits": [413, bytes("GET /", [`x: ${"a".repeat(40_000)}`])],
  "a header on two lines": [400, bytes("GET /", ["x: a", " b", CLOSE])],
  "a NUL in a header": [400, bytes("GET /", ["x: a\u0000b", CLOSE])],
  "a space before a colon": [400, bytes("GET /", ["x : a", CLOSE])],
  "bytes of no text in a path": [400, bytes("GET /v1/cycles/\u00ff\u00fe")],
  "an address of another site": [400, bytes("GET http://example.org/v1/cycles")],
  "no path": [400, bytes("OPTIONS *")],
  "a method that nobody knows": [400, bytes("FOO /v1/cycles")],
  "a method in small letters": [400, bytes("get /v1/cycles")],
  "the greeting of HTTP/2": [400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  "the greeting of TLS": [400, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"],
  "a line that ends too early": [400, "GET /v1/cycles HTTP/1.1\nhost: 127.0.0.1\n\n"],
  "a body with a GET": [403, bytes("GET /v1/cycles", ["content-length: 5", CLOSE], "hello")],
  "another host": [403, `GET / HTTP/1.1\r\nhost: example.org\r\n${CLOSE}\r\n\r\n`],
  "a method that only asks what comes": [405, bytes("TRACE /v1/cycles")],
};

describe("bytes that are no request", () => {
  test.each(Object.entries(SENT))(
    "%s: refused, and told of nothing but itself",
    async (_, [status, sent]) => {
      const got = await answered(sent);
      expect(got.status).toBe(status);
      expect(got.text).toMatch(/"code":"|<html lang=/);
      expect(got.text).not.toMatch(/HPE_|Parse Error|node:|\.ts:\d/);
    },
  );

  test("whoever asks for a tunnel, or for what is not expected, gets none", async () => {
    expect((await answered(bytes("CONNECT 127.0.0.1:22", []))).text).toBe("");
    expect((await answered(posted(["expect: something", "content-length: 2", CLOSE], "{}"))).status).toBe(
      417,
    );
  });

  test("what stands behind a refused request is not taken for the next one", async () => {
    const hidden = bytes("GET /v1/cycles");
    for (const sent of [
      posted(["content-length: 2", CHUNKED], `0\r\n\r\n${hidden}`),
      posted([CHUNKED], `zz\r\n${hidden}`),
    ])
      expect((await answered(sent)).text.match(/HTTP\/1\.1 \d/g)).toHaveLength(1);
  });

  test("a body that comes byte by byte keeps nobody else waiting", async () => {
    const { hostname, port } = new URL(place.url);
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      socket.write(posted(["content-length: 1000"], "{"));
      return socket;
    });
    await Promise.all(slow.map((socket) => once(socket, "connect")));
    expect((await place.call("GET /v1/cycles")).status).toBe(200);
    for (const socket of slow) socket.destroy();
    expect((await place.call("GET /v1/cycles")).status).toBe(200);
    expect(place.said.filter((line) => /failed/.test(line))).toEqual([]);
  });
});
