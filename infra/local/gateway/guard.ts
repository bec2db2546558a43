import { type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { LIMITS } from "../../../shared/platform/aws-limits.ts";
import type { GatewayStatus } from "../../edge-words.ts";
import { problemBody } from "../http/problem.ts";

/** Ends what no client in good faith does: headers that take 10 s, requests that take 60 s, what is not HTTP at all. */
export const guardServer = (server: Server): Server => {
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === "ECONNRESET") return socket.destroy();
    socket.end(rawProblem(error.code === "HPE_HEADER_OVERFLOW" ? LIMITS.headersAtEdge.answers : 400));
  });
  return server;
};

const rawProblem = (status: GatewayStatus): string => {
  const body = problemBody(status, { acceptLanguage: undefined, instance: "/", origin: "" });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
    "",
    body,
  ].join("\r\n");
};
