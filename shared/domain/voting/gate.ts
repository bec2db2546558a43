import { z } from "zod";
import type { Lifecycle } from "../lifecycle.ts";

/** A gate lets ballots in while it is open; sealed, it never opens again. */
export const GateState = z.enum(["open", "sealed"]);

export const GATE_STAGES: Lifecycle<z.infer<typeof GateState>, "set" | "seal"> = {
  open: { set: "open", seal: "sealed" },
  sealed: {},
};
