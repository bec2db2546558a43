import { filesOnAws } from "../../shared/platform/files.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { attest } from "./attest.ts";
import { collect } from "./collect.ts";
import { countPool } from "./count-pool.ts";
import { list } from "./list-box.ts";

export const duties: Duties = { steps: { list, collect, count: countPool, attest } };

export const handler = onLambda(duties, { files: filesOnAws });
