import type { Place } from "./place.ts";
import { openCall, propose } from "./proposals.ts";

/** A proposal whose author asks at the desk to withdraw it, each time with another paper. */
export const wishToWithdraw = async (place: Place) => {
  const cycleId = await openCall(place);
  const { id } = await propose(place, cycleId);
  let times = 0;
  return {
    journal: cycleId,
    propose: async () =>
      place.call(`POST /v1/staff/cycles/${cycleId}/projects/${id}/wishes/withdrawal`, {
        token: await place.staff("clerk"),
        body: {
          arrivedBy: "desk",
          arrivedAt: new Date(place.clock.now()).toISOString(),
          mark: `BO/${++times}`,
        },
      }),
  };
};
