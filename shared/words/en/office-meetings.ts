import type { Words } from "../words.ts";

export const officeMeetings: Words["officeMeetings"] = {
  stale: "Somebody has changed this entry meanwhile. Open it again and repeat your change.",
};
