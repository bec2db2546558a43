/** A consumer of notices in a process of its own, to be killed: `telling.ts <endpoints> <now>`. */
import { duties } from "../../functions/notices/index.ts";
import { tellingDeps } from "./post-office.ts";

const [, , endpoints = "", now = ""] = process.argv;
await duties.consume?.(await tellingDeps(JSON.parse(endpoints), () => now));
