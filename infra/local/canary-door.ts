import { addressOf, type LocalDoor } from "./http/door.ts";
import { refuse } from "./http/problem.ts";
import { replyJson } from "./http/reply.ts";

/** `POST /local/canary`: the canary votes once, in its vote of the day, which is made if it is not there. No schedule does so here. */
export const canaryDoor =
  (invoke: (fn: string, event: unknown) => Promise<unknown>): LocalDoor =>
  async (request, response) => {
    if (addressOf(request).pathname !== "/local/canary") return false;
    if (request.method !== "POST") return refuse(response, 405, { allow: "POST" });
    await invoke("workflow", { task: "open-probe" });
    return replyJson(response, await invoke("canary", { task: "vote" }));
  };
