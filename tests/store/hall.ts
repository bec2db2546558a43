import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import type { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import type { Meeting } from "../../shared/domain/meeting/meeting.ts";
import type { Signup } from "../../shared/domain/meeting/signup.ts";
import { type Notice, notice } from "../../shared/domain/notice/notice.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { openStore } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { put } from "../../shared/store/write.ts";

export const AT = "2027-03-01T10:00:00.000Z";
const ENDS_AT = "2027-04-01T12:00:00.000Z";

const hex = (n: number): string => n.toString(16).padStart(16, "0");

const EVENT = {
  title: "Spotkanie",
  startsAt: "2027-04-01T10:00:00.000Z",
  endsAt: ENDS_AT,
  place: { name: "Szkoła", address: "ul. Szkolna 1" },
  description: "",
  url: "https://rynek.example/spotkania/mtg_0000000000000000",
  sequence: 0,
  isCancelled: false,
  changedAt: AT,
};

const letter = (to: string, kind: "meeting/moved-up" | "meeting/seat" | "meeting/waiting"): Notice =>
  notice(kind, to, "pl", {
    event: { id: "mtg_0000000000000000", ...EVENT },
    accessibility: null,
    seats: 1,
    link: "/zapis",
  });

/** Of one person at one meeting, as the ids of sign-ups are. */
export const idOf = (meetingId: MeetingId, n: number): SignupId =>
  `sgn_${meetingId.slice(-6)}${hex(n).slice(6)}`;

/** The store of meetings on tables of its own, with short words for what people and staff do. */
export const openHall = async () => {
  const database = await startDynamoDb({ folder: null, onGone: () => undefined });
  const names = { main: "hall-main", ballots: "hall-ballots" };
  const config = {
    ...database.reach,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    // Two hundred connections at once, on a machine that may be busy with other tests.
    requestHandler: { connectionTimeout: 10_000 },
  };
  await createTables(names, config);
  const store = openStore(openTable(names, config));
  const letters = {
    at: AT,
    movedUp: ({ email = "" }: Signup) => letter(email, "meeting/moved-up"),
    held: ({ email = "" }: Signup, { place }: { place: "seat" | "waiting" }) =>
      letter(email, `meeting/${place}`),
  };
  let meetings = 0;

  return {
    store,
    close: () => database.stop(),

    callMeeting: async (capacity: number): Promise<MeetingId> => {
      const id: MeetingId = `mtg_${hex(meetings++)}`;
      const meeting: Meeting = {
        id,
        title: "Spotkanie",
        startsAt: "2027-04-01T10:00:00.000Z",
        endsAt: ENDS_AT,
        place: { name: "Szkoła", address: "ul. Szkolna 1" },
        kind: "consultation",
        audience: "public",
        version: 1,
        state: "planned",
        sequence: 0,
        changedAt: AT,
        createdAt: AT,
        fingerprint: id,
      };
      const audit = put({ key: { pk: `AUDIT#${id}`, sk: "0" }, item: {} });
      await store.meetings.create(meeting, capacity, audit);
      return id;
    },

    come: (meetingId: MeetingId, n: number, seats: number) => {
      const signup: Signup = {
        id: idOf(meetingId, n),
        meetingId,
        name: `Osoba ${n}`,
        email: `${n}@example.com`,
        seats,
        language: "pl",
        createdAt: AT,
        fingerprint: String(n),
      };
      return store.signups.signUp(signup, { meetingEndsAt: ENDS_AT }, letters);
    },

    leave: (meetingId: MeetingId, n: number) => store.signups.leave(meetingId, idOf(meetingId, n), letters),

    resize: (meetingId: MeetingId, capacity: number) =>
      store.signups.resize(meetingId, capacity, letters, (writes) => store.table.write(writes)),
  };
};

export type Hall = Awaited<ReturnType<typeof openHall>>;
