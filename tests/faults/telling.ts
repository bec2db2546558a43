/** A consumer of notices in a process of its own, to be killed: `telling.ts <database> <mail> <now>`. */
import { duties } from "../../functions/notices/index.ts";
import { tellingDeps } from "./post-office.ts";

const [, , database = "", mail = "", now = ""] = process.argv;
await duties.consume?.(await tellingDeps({ database, mail }, () => now));
