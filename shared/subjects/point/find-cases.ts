import { signupKeysOf } from "../../acts/signup-keys.ts";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { folded } from "../../domain/folded.ts";
import type { ProjectId } from "../../domain/ids.ts";
import { mailboxOf } from "../../domain/mailbox.ts";
import { acceptedIn } from "../../domain/project/co-authors.ts";
import { Email } from "../../domain/text.ts";
import type { Deps } from "../../platform/deps.ts";
import { keys } from "../../store/keys.ts";
import { LateProposal } from "../intake/rules.ts";
import { wordsIn } from "../matters/pages.ts";
import { at as matterAt } from "../matters/rows.ts";
import { numberOf } from "../matters/rules.ts";
import { mattersOf } from "../matters/writing.ts";
import type { FoundCase, FoundCases } from "./rules.ts";

/** As many as somebody reads while another waits. */
const MOST = 50;
/** A shorter piece of a name finds half the city. */
const SHORTEST_NAME = 3;

interface Person {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** Whether a case is what was asked for: by one of its numbers, whole, or by who is behind it. */
const asks = (query: string) => {
  const wanted = folded(query);
  const mailbox = Email.safeParse(query).data;
  return (numbers: readonly (string | number | undefined)[], { name = "", email }: Person): boolean => {
    if (mailbox !== undefined)
      return email !== undefined && mailboxOf(email, "sure") === mailboxOf(mailbox, "sure");
    if (numbers.some((number) => number !== undefined && folded(String(number)) === wanted)) return true;
    return wanted.length >= SHORTEST_NAME && folded(name).includes(wanted);
  };
};

const ofCycles = async (isIt: ReturnType<typeof asks>, { store }: Deps): Promise<FoundCase[]> => {
  const { items: cycles } = await store.cycles.list();
  const found = cycles.map(async ({ id: cycleId }) => {
    const { pk, sk = "" } = keys.lateProposal(cycleId, "" as ProjectId);
    const [projects, late] = await Promise.all([
      store.projects.list(cycleId),
      store.table.query(pk, LateProposal, { prefix: sk }),
    ]);
    return [
      ...projects.items.flatMap(({ id, number, title, register, author, coAuthors }): FoundCase[] => {
        // Whoever stands behind it may come.
        const who = [author ?? { name: "" }, ...acceptedIn({ coAuthors })].find((one) =>
          isIt([number, register?.mark, register?.number], one),
        );
        if (!who) return [];
        // The register's page is open to everybody who works at the desk, the check's is not.
        const path = register
          ? pathTo("officeEntry", { cycleId, number: String(register.number) })
          : pathTo("officeProposal", { cycleId, projectId: id });
        return [{ kind: "project", id, number, title, who: who.name, path }];
      }),
      ...late.items.flatMap(({ id, register, proposal: { author, title } }): FoundCase[] =>
        isIt([register.mark, register.number], author)
          ? [
              {
                ...{ kind: "late", id, number: register.mark, title, who: author.name },
                path: pathTo("officeEntry", { cycleId, number: String(register.number) }),
              },
            ]
          : [],
      ),
    ];
  });
  return (await Promise.all(found)).flat();
};

const ofMatters = async (isIt: ReturnType<typeof asks>, deps: Deps): Promise<FoundCase[]> =>
  (await mattersOf(deps).all()).flatMap((matter): FoundCase[] => {
    const { id, state, kind, name, contact } = matter;
    const number = numberOf(matter);
    const isAsked = isIt([number, number.replace("-", ""), contact], { name, email: contact });
    if (state === "unconfirmed" || !isAsked) return [];
    const title = wordsIn(deps.site.city.languages[0] ?? matter.language).kinds[kind];
    const path = addressAt(matterAt.one, { matterId: id });
    return [{ kind: "matter", id, number, title, who: name ?? contact ?? "", path }];
  });

/** A sign-up is found by its mailbox alone: its id is made of it. */
const ofSignups = async (query: string, { store, vault }: Deps): Promise<FoundCase[]> => {
  const mailbox = Email.safeParse(query).data;
  if (mailbox === undefined) return [];
  const { idOf } = await signupKeysOf(vault);
  const newest = { newestFirst: true, limit: 200 };
  const { meetings } = store;
  const agendas = await Promise.all([meetings.agenda("all", newest), meetings.agenda("visits", newest)]);
  const found = agendas
    .flatMap(({ items }) => items)
    .map(async ({ id }): Promise<FoundCase[]> => {
      const signup = await store.signups.get(id, idOf(id, mailbox));
      const meeting = signup && (await store.meetings.get(id));
      if (!meeting) return [];
      const path = pathTo("officeMeeting", { meetingId: id });
      return [{ kind: "signup", id, number: signup.id, title: meeting.title, who: signup.name, path }];
    });
  return (await Promise.all(found)).flat();
};

/** Cases of somebody at the desk, by what they say: a number, a case mark, a name or a mailbox. */
export const findCases = async (query: string, deps: Deps): Promise<FoundCases> => {
  const isIt = asks(query);
  const found = (
    await Promise.all([ofCycles(isIt, deps), ofMatters(isIt, deps), ofSignups(query, deps)])
  ).flat();
  return { cases: found.slice(0, MOST), isWhole: found.length <= MOST };
};
