import { Agent, request } from "node:http";

export interface Sent {
  readonly method: string;
  /** As it goes over the wire, with its query. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly type: string | null;
  readonly text: string;
  readonly ms: number;
}

/** A client that sends what a well-mannered one could not: any path, any header, any bytes. */
export const openWire = (url: string) => {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });

  const send = ({ method, target, headers = {}, body }: Sent): Promise<Received> =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const asked = request(
        {
          hostname,
          port,
          method,
          path: target,
          // Said for every method: what stands after a GET would else be read as the next request.
          headers: {
            ...headers,
            ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
          } as Record<string, string>,
          agent,
        },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on("data", (chunk: Buffer) => chunks.push(chunk));
          reply.on("error", reject);
          reply.on("end", () =>
            resolve({
              status: reply.statusCode ?? 0,
              headers: reply.headers,
              type: reply.headers["content-type"] ?? null,
              text: Buffer.concat(chunks).toString("utf8"),
              ms: performance.now() - started,
            }),
          );
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });

  return { send, close: () => agent.destroy() };
};

export type Wire = ReturnType<typeof openWire>;
