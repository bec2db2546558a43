/** What is held of somebody who asks, by their mailbox: the answer goes to that very mailbox, so that nobody is told of another. */
import { signupKeysOf } from "../../acts/signup-keys.ts";
import { supporterKeys } from "../../acts/supporter-keys.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { ProjectId } from "../../domain/ids.ts";
import type { Language } from "../../domain/languages.ts";
import type { Localised } from "../../domain/localised.ts";
import { isSameMailbox } from "../../domain/mailbox.ts";
import type { CoAuthor } from "../../domain/project/co-authors.ts";
import { Draft } from "../../domain/project/draft.ts";
import { dayOf, isCanonicalInstant } from "../../domain/time.ts";
import { StatementRest } from "../../domain/voting/statement.ts";
import type { Deps } from "../../platform/deps.ts";
import { addressName } from "../../platform/letter-names.ts";
import { openData } from "../../platform/sealed-data.ts";
import { keys } from "../../store/keys.ts";
import type { PERSONAL_DATA } from "../../store/personal-data.ts";
import { inLanguage } from "../../words/fallback.ts";
import { consultationsOf } from "../consultations/writing.ts";
import { LateProposal } from "../intake/rules.ts";
import { minutesOf } from "../minutes/sheet.ts";
import { barsOf, personOf as keyOfMailbox } from "../moderation/barring.ts";
import { remarksOf } from "../remarks/taking.ts";
import { openSupporters } from "../supporters/store.ts";
import { personOf } from "../surveys/person.ts";
import { surveysOf } from "../surveys/writing.ts";
import { sealFound } from "./collected.ts";
import { wordsIn } from "./pages.ts";
import { type Found, type Matter, numberOf } from "./rules.ts";
import { mattersOf } from "./writing.ts";

/** Whom it is asked about: a mailbox that is theirs, and where a clerk has seen a document, their name and address. */
type Asker = Pick<Matter, "contact" | "name" | "address" | "isProved">;

interface Looking {
  readonly email: string | undefined;
  readonly asker: Asker;
  readonly cycles: readonly Cycle[];
  readonly language: Language;
  readonly words: ReturnType<typeof wordsIn>["held"];
  readonly deps: Deps;
}

type Finder = (looking: Looking) => Promise<string[]>;

/** An author by their mailbox; one without, by the name on the document that a clerk has seen. */
const isAuthor = (
  author: { readonly name: string; readonly email?: string | undefined },
  email: string | undefined,
  { name, isProved }: Asker,
): boolean =>
  isSameMailbox(author.email, email) || (isProved && author.email === undefined && author.name === name);

/** Every text of a record, whatever holds it. */
const textsOf = (record: unknown): string =>
  typeof record === "string"
    ? record
    : typeof record === "object" && record !== null
      ? Object.values(record).map(textsOf).filter(Boolean).join(", ")
      : "";

/** What is held of a co-author, without what only names it here. */
const factsOf = <T extends object>(one: T): Partial<T> => {
  const { id: _id, state: _state, since: _since, ...facts } = one as T & Partial<CoAuthor>;
  return facts as Partial<T>;
};

/** At once, each kind by itself: a table is read, and nothing waits for these but a clerk. */
const AT_ONCE = 20;
const ofEach = async <T>(all: readonly T[], find: (one: T) => Promise<string[]>): Promise<string[]> => {
  const found: string[] = [];
  for (let n = 0; n < all.length; n += AT_ONCE)
    found.push(...(await Promise.all(all.slice(n, n + AT_ONCE).map(find))).flat());
  return found;
};

const projectsOf = async ({ id }: Cycle, { store }: Deps) => (await store.projects.list(id)).items;

/** Whether the hashes and seals of an edition still lead to anybody. */
const isReadable = async ({ id }: Cycle, { store }: Deps): Promise<boolean> =>
  !(await store.retention.destroyed(id)).some(({ what }) => what === "voters");

/** Kinds of records that are found by a mailbox (`foundBy` in the table of personal data), each with what is told of it. */
export const FINDERS = {
  project: ({ email, asker, cycles, words, deps }) =>
    ofEach(cycles, async (cycle) =>
      (await projectsOf(cycle, deps)).flatMap(({ author, coAuthors = [], number, title }) =>
        [...(author ? [author] : []), ...coAuthors].flatMap((one) =>
          isAuthor(one, email, asker)
            ? [words.author(number, title, textsOf(factsOf(one)), one.isNamePublic)]
            : [],
        ),
      ),
    ),

  draft: ({ email, cycles, words, deps }) =>
    ofEach(cycles, async ({ id }) => {
      const { pk, sk = "" } = keys.draft(id, "" as ProjectId);
      const { items } = await deps.store.table.query(pk, Draft, { prefix: sk });
      return items.flatMap((draft) =>
        isSameMailbox(draft.email, email)
          ? [words.draft(dayOf(draft.createdAt), textsOf(draft.answers))]
          : (draft.coAuthors ?? []).flatMap((one) =>
              isSameMailbox(one.email, email)
                ? [words.draft(dayOf(draft.createdAt), textsOf(factsOf(one)))]
                : [],
            ),
      );
    }),

  lateProposal: ({ email, asker, cycles, words, deps }) =>
    ofEach(cycles, async ({ id }) => {
      const { pk, sk = "" } = keys.lateProposal(id, "" as ProjectId);
      const { items } = await deps.store.table.query(pk, LateProposal, { prefix: sk });
      return items.flatMap(({ register, proposal: { author, title } }) =>
        isAuthor(author, email, asker)
          ? [words.author(register.mark, title, textsOf(author), author.isNamePublic)]
          : [],
      );
    }),

  support: ({ email, asker, cycles, words, deps }) =>
    ofEach(cycles, async (cycle) => {
      if (!(await isReadable(cycle, deps))) return [];
      const { name = "", address } = asker;
      const known = { name, email, ...(asker.isProved && { address }) };
      const people = await supporterKeys(cycle.id, known, deps);
      return ofEach(await projectsOf(cycle, deps), async ({ id, number }) => {
        const { items } = await openSupporters(deps.store.table).page({ id });
        const own = items.filter((line) => line.people.some((person) => people.includes(person)));
        return own.map((line) => words.support(number, [line.name, line.address].filter(Boolean).join(", ")));
      });
    }),

  signup: async ({ email, words, deps }) => {
    if (email === undefined) return [];
    const { meetings, signups } = deps.store;
    const { idOf } = await signupKeysOf(deps.vault);
    const agendas = await Promise.all([meetings.agenda("all"), meetings.agenda("visits")]);
    return ofEach(
      agendas.flatMap(({ items }) => items),
      async ({ id }) => {
        const signup = await signups.get(id, idOf(id, email));
        const meeting = signup && (await meetings.get(id));
        return meeting ? [words.signup(meeting.title, signup.name, signup.seats, signup.needs)] : [];
      },
    );
  },

  motion: async ({ email, words, deps }) => {
    if (email === undefined) return [];
    const { items } = await deps.store.meetings.agenda("all");
    return ofEach(items, async ({ id }) =>
      (await minutesOf(deps).motions(id)).flatMap((one) =>
        isSameMailbox(one.email, email) ? [words.motion(one.text)] : [],
      ),
    );
  },

  surveyAnswered: async ({ email, words, language, deps }) => {
    if (email === undefined) return [];
    const surveys = surveysOf(deps);
    return ofEach(await surveys.all(), async ({ id, title }) =>
      (await surveys.isAnswered(id, await personOf(id, email, deps)))
        ? [words.survey(inLanguage(title as Localised, language))]
        : [],
    );
  },

  statementData: ({ email, cycles, words, deps }) =>
    ofEach(cycles, async (cycle) => {
      if (email === undefined || !(await isReadable(cycle, deps))) return [];
      const { store, vault, system } = deps;
      const key = await vault.cycleKey(cycle.id, "statements");
      return ofEach((await store.statements.list(cycle.id)).items, async ({ id }) => {
        const sealed = await store.statements.data(cycle.id, id, system.now());
        const parts = sealed.map((part) => openData(key, part, StatementRest));
        if (!parts.some((part) => isSameMailbox(part.email, email))) return [];
        return [
          words.statement(cycle.edition, parts.flatMap(({ facts }) => Object.values(facts)).join(", ")),
        ];
      });
    }),

  ledger: async ({ email, words, deps }) => {
    if (email === undefined) return [];
    const rows = await deps.store.ledger.of(await addressName(deps, email), deps.system.now());
    return rows.map(({ kind, at }) => words.letter(kind, isCanonicalInstant(at) ? dayOf(at) : at));
  },

  remarkAuthor: async ({ email, words, deps }) => {
    if (email === undefined) return [];
    return ofEach(await consultationsOf(deps).all(), async (consultation) => {
      const own = (await remarksOf(consultation, deps).authors()).filter((one) =>
        isSameMailbox(one.email, email),
      );
      return own.map(({ remark, language: _l, toldAt: _t, ...facts }) =>
        words.remark(consultation.subject.title, Number(remark.slice(4)), textsOf(facts)),
      );
    });
  },

  bar: async ({ email, words, deps }) => {
    if (email === undefined) return [];
    const bar = await barsOf(deps).get(await keyOfMailbox(email, deps));
    if (!bar) return [];
    const { at, until, note, appeal } = bar;
    return [
      words.bar(
        dayOf(at),
        dayOf(until),
        [note, appeal?.text, appeal?.answer?.reason].filter(Boolean).join("; "),
      ),
    ];
  },

  matter: async ({ email, words, deps }) =>
    (await mattersOf(deps).all())
      .filter(({ contact }) => isSameMailbox(contact, email))
      .map((matter) => words.matter(numberOf(matter), matter.arrivedOn)),
} as const satisfies { readonly [K in keyof typeof PERSONAL_DATA]?: Finder };

/** Everything that is held of who asks, in the language of the answer, sealed: in the table nobody reads it, and a second person checks it before it leaves. */
export const collect = async (matter: Matter, deps: Deps) => {
  const { held: words } = wordsIn(matter.language);
  const { contact } = matter;
  const email = contact?.includes("@") ? contact : undefined;
  const cycles = (await deps.store.cycles.list()).items;
  const { language } = matter;
  const looking = { email, asker: matter, cycles, language, words, deps };
  const found: Found[] = [];
  for (const [kind, find] of Object.entries(FINDERS) as [keyof typeof FINDERS, Finder][]) {
    const lines = await find(looking);
    if (lines.length > 0) found.push({ where: words.where[kind], lines });
  }
  return {
    at: deps.system.now(),
    count: found.flatMap(({ lines }) => lines).length,
    sealed: await sealFound(found, deps),
  };
};
