import { audited } from "../../acts/audited.ts";
import type { MeetingId } from "../../domain/ids.ts";
import { accept } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { openNeedsOf } from "../../store/needs.ts";
import { deskRows as routes } from "./rows.ts";
import { doorList, type StaffSignup } from "./view-rules.ts";

const read = async (meetingId: MeetingId, { store }: Pick<Deps, "store">): Promise<StaffSignup[]> => {
  const [roster, signups, needs] = await Promise.all([
    store.signups.roster(meetingId),
    store.signups.list(meetingId),
    openNeedsOf(store.table).of(meetingId),
  ]);
  return doorList(roster, signups, needs);
};

/** The list with names and addresses, for staff; that they saw it is recorded before they do. */
export const showDoorList = async (
  request: StaffRequest,
  meetingId: MeetingId,
  deps: Pick<Deps, "store">,
): Promise<StaffSignup[]> => {
  const list = await read(meetingId, deps);
  accept(
    await deps.store.table.write([
      audited({ ...request, route: routes.getSignups }, meetingId, { facts: { people: list.length } }),
    ]),
  );
  return list;
};

/** First letter of each word: enough to find a person in the line, too little to name one. */
const masked = (name: string): string =>
  name
    .split(" ")
    .map((word) => `${[...word][0] ?? ""}…`)
    .join(" ");

/** The list with names masked and without addresses or needs: what the office sees until it asks for more. */
export const maskedDoorList = async (
  meetingId: MeetingId,
  deps: Pick<Deps, "store">,
): Promise<StaffSignup[]> =>
  (await read(meetingId, deps)).map((line) => ({
    ...line,
    name: masked(line.name),
    email: null,
    phone: null,
    needs: null,
  }));
