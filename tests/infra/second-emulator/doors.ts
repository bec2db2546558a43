import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { type Deployed, Unhandled } from "./deployed.ts";

const INVOCATION = /^\/2015-03-31\/functions\/(?:[^/]*:function:)?([\w-]+)\/invocations$/;

export interface Doors {
  readonly url: string;
  /** Letters to an address that moto took, the last one last. */
  readonly lettersTo: (address: string) => readonly string[];
  readonly close: () => void;
}

/**
 * Two doors that moto lacks. Lambda's own, where its state machine calls functions: it runs none without Docker. And SES's, behind which it
 * stands itself: it takes letters, and shows them to nobody.
 */
export const openDoors = async (
  port: number,
  { moto, invoke }: { readonly moto: string; readonly invoke: Deployed["invoke"] },
): Promise<Doors> => {
  const taken: { readonly to: string; readonly letter: string }[] = [];
  const server = createServer(async (request, response) => {
    const [, fn] = INVOCATION.exec(decodeURIComponent(request.url ?? "")) ?? [];
    const body = await text(request);
    if (fn === undefined) {
      const { authorization = "", "content-type": type = "" } = request.headers;
      const reply = await fetch(moto, {
        method: "POST",
        headers: { authorization, "content-type": type },
        body,
      });
      const form = new URLSearchParams(body);
      if (reply.ok && form.get("Action") === "SendRawEmail")
        taken.push({
          to: form.get("Destinations.member.1") ?? "",
          letter: Buffer.from(form.get("RawMessage.Data") ?? "", "base64").toString(),
        });
      return response.writeHead(reply.status, { "content-type": "text/xml" }).end(await reply.text());
    }
    try {
      response.end(JSON.stringify(await invoke(fn, JSON.parse(body))));
    } catch (error) {
      response.setHeader("x-amz-function-error", "Unhandled");
      response.end(
        error instanceof Unhandled ? error.message : JSON.stringify({ errorMessage: String(error) }),
      );
    }
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${port}`,
    lettersTo: (address) => taken.filter(({ to }) => to === address).map(({ letter }) => letter),
    close: () => void server.close(),
  };
};
