import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOf, KINDS } from "../../infra/aws/table-grants.ts";
import type {
  BatchId,
  ConsultationId,
  CycleId,
  LetterId,
  MeetingId,
  PendingId,
  ProgrammeId,
  ProjectId,
  RequestId,
  SignupId,
  StatementId,
  SupportId,
  VoidId,
} from "../../shared/domain/ids.ts";
import { instant } from "../../shared/domain/time.ts";
import type { UploadId } from "../../shared/domain/upload/upload.ts";
import { GATES, type Key, keys, partsOf } from "../../shared/store/keys.ts";
import { type Edition, PERSONAL_DATA, type PersonalData } from "../../shared/store/personal-data.ts";
import { en } from "../../shared/words/en/index.ts";
import { pl } from "../../shared/words/pl/index.ts";

const texts = (length: number) =>
  fc.string({
    unit: fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz"),
    minLength: length,
    maxLength: length,
  });

const idOf = <T>(prefix: string) => texts(16).map((rest) => `${prefix}_${rest}` as T);
const cycle = idOf<CycleId>("cyc");
const project = idOf<ProjectId>("prj");
const consultation = idOf<ConsultationId>("cns");
const meeting = idOf<MeetingId>("mtg");
const statement = idOf<StatementId>("stm");
const signup = idOf<SignupId>("sgn");
const batch = idOf<BatchId>("bch");
const point = fc.constantFrom("biblioteka-5", "urzad", "p1");
const pool = fc.oneof(
  fc.constant("M"),
  fc.integer({ min: 1, max: 99 }).map((n) => `L${n}`),
);
const number = fc.tuple(pool, fc.nat(999)).map(([of, n]) => `${of}/${n}/XII`);
const hash = texts(26);
const moment = fc.integer({ min: 1, max: 4e12 }).map(instant);

/** Every key of the page, built from any parts: what it is of, and the key. A new key without a line here does not compile. */
const BUILT: { readonly [K in keyof typeof keys]: fc.Arbitrary<Parameters<(typeof keys)[K]>> } = {
  cycle: fc.tuple(cycle),
  probe: fc.tuple(cycle),
  hold: fc.tuple(cycle),
  ballotList: fc.tuple(cycle),
  listNote: fc.tuple(cycle, fc.constantFrom("ballot", "formal"), fc.constantFrom("1", "2")),
  template: fc.tuple(
    fc.constantFrom("ballot", "formal"),
    fc.constantFrom("pl", "en"),
    fc.constantFrom("1", "2"),
  ),
  settledHint: fc.tuple(cycle, texts(20)),
  counter: fc.tuple(cycle, pool),
  project: fc.tuple(cycle, project),
  unconfirmed: fc.tuple(cycle, project),
  check: fc.tuple(cycle, fc.constantFrom("formal", "merit"), project),
  appeal: fc.tuple(cycle, project, fc.constantFrom("formal#0001", "merit#0002")),
  opinion: fc.tuple(cycle, project, fc.constantFrom("zielen", "drogi-i-mosty")),
  opinionTerm: fc.tuple(cycle, project, fc.constantFrom("zielen", "drogi-i-mosty")),
  merging: fc.tuple(cycle, project),
  apart: fc.tuple(cycle, fc.constant("grp_0123456789abcdef0123")),
  publication: fc.tuple(cycle, fc.constantFrom("formal", "merit"), fc.integer({ min: 1, max: 9999 })),
  publicationPart: fc.tuple(
    cycle,
    fc.constantFrom("formal", "merit"),
    fc.integer({ min: 1, max: 9999 }),
    fc.nat(9999),
  ),
  leftOut: fc.tuple(
    cycle,
    fc.constantFrom("formal", "merit"),
    fc.integer({ min: 1, max: 9999 }),
    fc.nat(9999),
  ),
  draft: fc.tuple(cycle, project),
  authored: fc.tuple(cycle, hash, project),
  attachments: fc.tuple(project),
  projectEdit: fc.tuple(project, fc.integer({ min: 1, max: 9999 }).map(String)),
  projectNumber: fc.tuple(cycle, number),
  registerEntry: fc.tuple(cycle, fc.integer({ min: 1, max: 999_999 }).map(String)),
  registerLast: fc.tuple(cycle),
  lateProposal: fc.tuple(cycle, project),
  twin: fc.tuple(cycle, hash, fc.integer({ min: 1, max: 999_999 }).map(String)),
  printedLetter: fc.tuple(cycle, idOf<LetterId>("ltr")),
  support: fc.tuple(project, fc.oneof(fc.constant("" as const), idOf<SupportId>("sup"))),
  supporter: fc.tuple(project, hash),
  posting: fc.tuple(cycle, texts(5), fc.constantFrom("a", "b", "c"), number),
  word: fc.tuple(cycle, texts(5)),
  tally: fc.tuple(cycle, texts(16), pool),
  destruction: fc.tuple(cycle, fc.constantFrom("voters", "supporters", "authors")),
  health: fc.tuple(hash),
  turnout: fc.tuple(cycle),
  box: fc.tuple(cycle),
  count: fc.tuple(cycle),
  results: fc.tuple(cycle, fc.integer({ min: 1, max: 9999 })),
  draw: fc.tuple(cycle, pool),
  rollShard: fc.tuple(cycle, hash, fc.nat(2000)),
  rollImport: fc.tuple(hash),
  rollPart: fc.tuple(cycle, hash, fc.constantFrom("PART#000", "NOTES#000", "BUCKET#001")),
  rollStaged: fc.tuple(cycle, hash, fc.nat(255), fc.nat(255)),
  rollAddition: fc.tuple(cycle, hash),
  statement: fc.tuple(cycle, statement),
  statementData: fc.tuple(cycle, statement, fc.oneof(fc.constant("" as const), fc.nat(3660))),
  voterSession: fc.tuple(hash),
  ledger: fc.tuple(hash, hash),
  voterContact: fc.tuple(cycle, hash),
  unit: fc.tuple(fc.constantFrom("zielen", "sport-i-turystyka")),
  reading: fc.tuple(hash),
  person: fc.tuple(hash),
  signedOut: fc.tuple(hash),
  formCounts: fc.tuple(
    fc.constantFrom("postCodePage", "postSignupPage"),
    fc.constantFrom("2027-09-22", "2027-09-23"),
  ),
  morning: fc.tuple(fc.constantFrom("2027-09-22", "2027-09-23")),
  bucket: fc.tuple(fc.oneof(cycle, fc.constant("site" as const)), hash),
  crowd: fc.tuple(
    cycle,
    fc.constantFrom("address", "network", "age"),
    hash,
    fc.constantFrom("2027-09-22", "2027-09-23"),
    fc.option(hash, { nil: undefined }),
  ),
  lastOfCrowd: fc.tuple(hash),
  stretch: fc.tuple(hash),
  stint: fc.tuple(
    cycle,
    fc.record({ clerk: hash, rule: fc.constantFrom("desk-pace", "desk-hour"), from: moment }),
  ),
  guardian: fc.tuple(cycle, hash),
  gate: fc.tuple(cycle, fc.nat(GATES - 1)),
  marker: fc.tuple(cycle, hash),
  voidCase: fc.tuple(cycle, idOf<VoidId>("vod")),
  ballot: fc.tuple(cycle, texts(20)),
  points: fc.tuple(cycle),
  shift: fc.tuple(cycle, point, fc.constantFrom("2027-09-23", "2027-09-24"), hash),
  pointDay: fc.tuple(cycle, point, fc.constantFrom("2027-09-23", "2027-09-24")),
  batch: fc.tuple(cycle, batch),
  registration: fc.tuple(cycle),
  paperFile: fc.tuple(cycle, batch, idOf<`upl_${string}`>("upl")),
  card: fc.tuple(cycle, batch, fc.integer({ min: 1, max: 5000 })),
  consultation: fc.tuple(consultation),
  consultationRequest: fc.tuple(idOf<RequestId>("crq")),
  consultationRequestPart: fc.tuple(idOf<RequestId>("crq"), fc.constantFrom("REPRESENTATIVE", "SIGNER#0a")),
  programme: fc.tuple(idOf<ProgrammeId>("pgm")),
  consultationPart: fc.tuple(consultation, fc.constantFrom("DOCUMENT#d1#0001", "REPORT")),
  remark: fc.tuple(consultation, fc.constantFrom("rmk_000001", "rmk_000017")),
  remarkAuthor: fc.tuple(consultation, fc.constantFrom("rmk_000001", "rmk_000017")),
  look: fc.tuple(consultation, fc.constantFrom("rmk_000001", "rmk_000017")),
  postOriginal: fc.tuple(consultation, fc.constantFrom("rmk_000001", "rmk_000017")),
  bar: fc.tuple(hash),
  moderationEntry: fc.tuple(fc.constantFrom("2027-09-01T10:00:00.000Z", "2027-09-02T10:00:00.000Z"), hash),
  waitingRemark: fc.tuple(hash),
  meeting: fc.tuple(meeting),
  matter: fc.tuple(hash),
  minutes: fc.tuple(meeting),
  minutesVersion: fc.tuple(meeting, fc.constantFrom("0001", "0002")),
  minutesNumber: fc.tuple(fc.constantFrom("2026", "2027")),
  motion: fc.tuple(meeting, hash),
  motionsCame: fc.tuple(meeting),
  visitHeld: fc.tuple(hash, fc.constantFrom(0, 1)),
  checkIn: fc.tuple(meeting, hash),
  decision: fc.tuple(hash),
  decisionStep: fc.tuple(hash, fc.constantFrom("00001", "00002")),
  decisionNumber: fc.tuple(meeting),
  survey: fc.tuple(hash),
  surveyPart: fc.tuple(hash, fc.constantFrom("REVISION#0001", "COUNTS#0001#3", "BATCH#bat_1")),
  surveyAnswered: fc.tuple(hash, hash),
  surveyAnswer: fc.tuple(hash, hash),
  agenda: fc.tuple(fc.oneof(consultation, fc.constant("all" as const)), moment, meeting),
  roster: fc.tuple(meeting),
  places: fc.tuple(meeting),
  signup: fc.tuple(meeting, signup),
  needs: fc.tuple(meeting, signup),
  letter: fc.tuple(idOf<LetterId>("ltr")),
  pending: fc.tuple(idOf<PendingId>("pnd")),
  pendingOn: fc.tuple(cycle, fc.constantFrom("extend-vote", "move-cycle"), fc.oneof(hash, fc.constant(""))),
  notice: fc.tuple(hash),
  upload: fc.tuple(idOf<UploadId>("upl")),
  audit: fc.tuple(cycle, moment, hash),
};

const bornOf = (kind: string, edition: CycleId, rest: readonly unknown[]): Key => {
  const build = keys[kind as keyof typeof keys] as (...parts: unknown[]) => Key;
  return build(...rest.map((part) => (String(part).startsWith("cyc_") ? edition : part)));
};

interface Placed {
  readonly what: string;
  readonly key: Key;
}

const placed: fc.Arbitrary<Placed> = fc.oneof(
  ...Object.entries(BUILT).map(([name, parts]) =>
    (parts as fc.Arbitrary<unknown[]>).map((of): Placed => {
      const build = keys[name as keyof typeof keys] as (...parts: unknown[]) => Key;
      return { what: JSON.stringify([name, ...of]), key: build(...of) };
    }),
  ),
);

const placeOf = ({ key }: Placed): string => JSON.stringify([key.pk, key.sk]);

describe("the page of keys", () => {
  test("tells of each key of which kind it is, and of no other", () => {
    fc.assert(
      fc.property(placed, ({ what, key }) => {
        const [name] = JSON.parse(what);
        if (name !== "ballot") expect(KINDS.filter((kind) => isOf(key, kind))).toEqual([name]);
      }),
      { numRuns: 2000 },
    );
  });

  test("gives one place to one thing, and to no other", () => {
    fc.assert(
      fc.property(fc.array(placed, { minLength: 2, maxLength: 60 }), (things) => {
        const places = new Map<string, string>();
        for (const thing of things) {
          expect(places.get(placeOf(thing)) ?? thing.what).toBe(thing.what);
          places.set(placeOf(thing), thing.what);
        }
        expect(places.size).toBe(new Set(things.map(({ what }) => what)).size);
      }),
      { numRuns: 500 },
    );
  });

  test("keeps the things of one kind apart when only one of their parts differs", () => {
    const pairs = Object.entries(BUILT).map(([name, parts]) =>
      (parts as fc.Arbitrary<unknown[]>).chain((one) =>
        (parts as fc.Arbitrary<unknown[]>).chain((other) =>
          fc.nat(one.length - 1).map((place) => ({ name, one, other: one.with(place, other[place]) })),
        ),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(...pairs), ({ name, one, other }) => {
        const build = keys[name as keyof typeof keys] as (...parts: unknown[]) => Key;
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(JSON.stringify(build(...one)) === JSON.stringify(build(...other))).toBe(isSame);
      }),
      { numRuns: 1000 },
    );
  });

  test("finds the things of a cycle by how their keys begin, and nothing of another cycle", () => {
    fc.assert(
      fc.property(cycle, cycle, hash, texts(20), (own, other, voter, ballotId) => {
        fc.pre(own !== other);
        expect(keys.marker(own, voter).pk.startsWith(keys.marker(own, "").pk)).toBe(true);
        expect(keys.marker(other, voter).pk.startsWith(keys.marker(own, "").pk)).toBe(false);
        expect(keys.ballot(own, ballotId).pk.startsWith(keys.ballot(own, "").pk)).toBe(true);
        expect(keys.ballot(other, ballotId).pk.startsWith(keys.ballot(own, "").pk)).toBe(false);
      }),
    );
  });

  test("says of a marker and a contact what they were built from", () => {
    fc.assert(
      fc.property(cycle, hash, (of, voter) => {
        expect(partsOf(keys.marker(of, voter))).toEqual([of, voter]);
        expect(partsOf(keys.voterContact(of, voter))).toEqual([of, voter]);
      }),
    );
  });

  test("sorts the versions of a result and the agenda as numbers and time do", () => {
    fc.assert(
      fc.property(cycle, fc.integer({ min: 1, max: 9998 }), (of, version) => {
        const [older, newer] = [keys.results(of, version).sk ?? "", keys.results(of, version + 1).sk ?? ""];
        expect(older < newer).toBe(true);
      }),
    );
  });
});

describe("what is kept of people", () => {
  const kinds = Object.entries(PERSONAL_DATA) as [keyof typeof keys, PersonalData][];

  test("is said of every kind of item: what it holds, and what ends it or why nothing does", () => {
    expect(kinds.map(([kind]) => kind).sort()).toEqual(Object.keys(keys).sort());
    for (const [kind, { holds, ttl, clock, stays }] of kinds) {
      const isAnswered = ttl !== undefined || clock !== undefined || stays !== undefined;
      expect(isAnswered, kind).toBe(holds !== null);
    }
  });

  test("is counted in words of both languages where a clock ends it", () => {
    const ended = kinds.flatMap(([kind, { clock }]) => (clock ? [kind] : [])).sort();
    for (const { retention } of [pl, en]) expect(Object.keys(retention.counted).sort()).toEqual(ended);
  });

  test("is looked for where it is, and nowhere in another edition", () => {
    const looked = kinds.flatMap(([kind, { clock }]) => (clock ? [{ kind, where: clock.where }] : []));
    const parts = fc.oneof(
      ...looked.map(({ kind, where }) =>
        (BUILT[kind] as fc.Arbitrary<unknown[]>).map((of) => ({ kind, where, of })),
      ),
    );
    fc.assert(
      fc.property(parts, cycle, cycle, project, ({ kind, where, of }, id, other, own) => {
        // A session is told apart by what it says of its edition; a bucket of the site is of none.
        fc.pre(id !== other && kind !== "voterSession" && of[0] !== "site");
        const rest = ["support", "supporter", "projectEdit", "attachments"].includes(kind)
          ? of.with(0, own)
          : of;
        const finds = (edition: Edition) => {
          const { pk, sk = "" } = bornOf(kind, id, rest);
          return where(edition).some((place) =>
            place.sk === undefined ? pk.startsWith(place.pk) : pk === place.pk && sk.startsWith(place.sk),
          );
        };
        expect(finds({ id, projects: [own] })).toBe(true);
        expect(finds({ id: other, projects: [] })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
