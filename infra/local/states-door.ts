import { readBody } from "./http/body.ts";
import { addressOf, type LocalDoor } from "./http/door.ts";
import { reply } from "./http/reply.ts";
import type { States } from "./states/open-states.ts";

const BODY_LIMIT_BYTES = 1024 * 1024;

/** Where the client of Step Functions finds this machine's: AWS JSON 1.0 at `/local/states`. */
export const statesDoor =
  (states: () => States): LocalDoor =>
  async (request, response) => {
    const target = request.headers["x-amz-target"];
    if (!addressOf(request).pathname.startsWith("/local/states") || typeof target !== "string") return false;
    const body = await readBody(request, BODY_LIMIT_BYTES);
    const answer = await states().handle(target, JSON.parse(String(body)));
    return reply(response, "application/x-amz-json-1.0", JSON.stringify(answer.body), {
      status: answer.status,
    });
  };
