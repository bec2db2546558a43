import { Agent, request } from "node:http";

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: replies of many endpoints, looked into where they are used
  readonly body: any;
}

export interface Sending {
  readonly token?: string;
  readonly key?: string;
  readonly body?: unknown;
  readonly csv?: string;
  /** Fields of a page's form. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address that it seems to come from: a front on this machine says for whom it speaks. */
  readonly from?: string;
}

export type Client = ReturnType<typeof openClient>;

/** Tries of one request when the service says that it is busy. */
const TRIES = 8;

const payloadOf = ({ body, csv, form }: Sending): { readonly type: string; readonly payload?: string } => {
  if (csv !== undefined) return { type: "text/csv", payload: csv };
  if (form) return { type: "application/x-www-form-urlencoded", payload: `${new URLSearchParams(form)}` };
  return { type: "application/json", ...(body !== undefined && { payload: JSON.stringify(body) }) };
};

/** JSON over kept connections to one system. What cannot succeed is thrown; what is busy is tried again. */
export const openClient = (url: string, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);

  const once = (method: string, path: string, sending: Sending): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { token, key, from, headers } = sending;
      const { type, payload } = payloadOf(sending);
      const sent = request(
        {
          agent,
          hostname,
          port,
          method,
          path,
          headers: {
            "accept-language": "en",
            ...(payload !== undefined && {
              "content-type": type,
              "content-length": Buffer.byteLength(payload),
            }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(key !== undefined && { "idempotency-key": key }),
            ...(from !== undefined && { "x-forwarded-for": from }),
            ...headers,
          },
        },
        (reply) => {
          const parts: Buffer[] = [];
          reply.on("data", (part: Buffer) => parts.push(part));
          reply.on("error", reject);
          reply.on("end", () => {
            const text = Buffer.concat(parts).toString("utf8");
            const isJson = reply.headers["content-type"]?.includes("json") ?? false;
            resolve({ status: reply.statusCode ?? 0, body: isJson ? JSON.parse(text) : text });
          });
        },
      );
      sent.on("error", reject);
      sent.end(payload);
    });

  return {
    /** The reply, whatever its status, once the service is not too busy to give one. */
    send: async (route: string, sending: Sending = {}): Promise<Reply> => {
      const [method = "GET", path = "/"] = route.split(" ");
      for (let tries = 1; ; tries++) {
        const reply = await once(method, path, sending);
        if ((reply.status !== 503 && reply.status !== 429) || tries === TRIES) return reply;
        await new Promise((done) => setTimeout(done, 50 * 2 ** tries * Math.random()));
      }
    },
    close: () => agent.destroy(),
  };
};

/** The body of a success; anything else ends the rehearsal with the service's own words. */
export const need = async (reply: Promise<Reply>, what: string): Promise<Reply["body"]> => {
  const { status, body } = await reply;
  if (status >= 200 && status < 300) return body;
  throw new Error(
    `${what}: ${status} ${body?.title ?? ""} ${body?.detail ?? ""} ${JSON.stringify(body?.errors ?? "")}`,
  );
};
