import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { LIMITS } from "../../shared/platform/aws-limits.ts";
import { type DispatchParts, dispatcher } from "./gateway/dispatch.ts";
import { guardServer } from "./gateway/guard.ts";
import { StartFault } from "./start-fault.ts";

interface GatewayParts extends DispatchParts {
  /** 0 for any that is free. */
  readonly port: number;
  /** Loopback only: what stands behind it has demo staff whose tokens lie in a file. */
  readonly host: "127.0.0.1";
}

export interface Gateway {
  readonly url: string;
  /** Takes no new requests, waits up to 5 s for those under way, then cuts them. */
  close(): Promise<void>;
}

/** An HTTP API on this machine, from the same route table. Rejects with a `StartFault` when the port is taken. */
export const openGateway = async (parts: GatewayParts): Promise<Gateway> => {
  const serve = dispatcher(parts);
  const server = guardServer(
    createServer(
      { maxHeaderSize: LIMITS.headersAtEdge.most },
      (request, response) => void serve(request, response),
    ),
  );
  await listen(server, parts);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${parts.host}:${port}`, close: () => close(server) };
};

const listen = async (server: Server, { port, host }: GatewayParts): Promise<void> => {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const reason = code === "EADDRINUSE" ? "is taken by another program" : "may not be used by this account";
    throw new StartFault("port-taken", `Port ${port} ${reason}. Choose another one: npm start -- --port N`);
  }
};

const close = async (server: Server): Promise<void> => {
  const closed = once(server, "close");
  server.close();
  // A connection that a client keeps open falls idle only when its last answer is sent.
  const idle = setInterval(() => server.closeIdleConnections(), 25);
  const cut = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
};
