import { newKey, type Place } from "./place.ts";

/** A proposal on paper by somebody without a mailbox, as a clerk keys it. */
export const paperBody = ({ clock }: Pick<Place, "clock">, more: object = {}) => ({
  pool: "L13",
  title: "Ławki przy szkole",
  description: "Pięć ławek przy szkole.",
  estimatedCostGrosze: 1_200_000,
  author: {
    name: "Józefa Kot",
    postal: { street: "ul. Mariacka 3/4", postcode: "40-014", town: "Katowice" },
    isNamePublic: false,
  },
  arrivedAt: new Date(clock.now() - 1000).toISOString(),
  arrivedBy: "desk",
  ...more,
});

/** A paper that is keyed: its case, and the letter to its author that waits to be printed. */
export const keyPaper = async (place: Place, cycleId: string, more: object = {}) => {
  const token = await place.staff("clerk");
  const staff = `/v1/staff/cycles/${cycleId}`;
  const body = paperBody(place, more);
  const made = await place.call(`POST ${staff}/paper-proposals`, { token, body, key: newKey() });
  if (made.status !== 201) throw new Error(made.text);
  const { body: letters } = await place.call(`GET ${staff}/printed-letters`, { token });
  const { mark } = made.body.register;
  const letter = letters.items.find((one: { readonly mark: string }) => one.mark === mark);
  return { id: String(made.body.id), mark: String(mark), letter: String(letter?.id) };
};
