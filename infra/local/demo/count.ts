import type { CycleId } from "../../../shared/domain/ids.ts";
import type { Desk } from "./desk.ts";

/** The commission's work once a vote is counted: two signatures under what was found. */
export const signCount = async (
  { house, call }: Pick<Desk, "house" | "call">,
  cycleId: CycleId,
): Promise<void> => {
  await house.settle();
  const at = `/v1/staff/cycles/${cycleId}`;
  const { count } = await call<{ count: { digest: string } }>("commission", `GET ${at}`);
  for (const n of [0, 1]) await call("commission", `POST ${at}/sign-offs`, { digest: count.digest }, n);
  await house.settle();
};
