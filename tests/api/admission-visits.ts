import { instant } from "../../shared/domain/time.ts";
import { openTestVote, peselOf } from "../kit/city.ts";
import { lyingEid, signInByEid } from "../kit/eid-provider.ts";
import { type Answered, type Asked, answered, httpEvent } from "../kit/event.ts";
import { MATTERS } from "../kit/matters.ts";
import { meetingThatIsOn } from "../kit/minutes.ts";
import { newKey, openPlace } from "../kit/place.ts";
import { openCall, proposalBody, propose } from "../kit/proposals.ts";
import { A_REMARK, openGathering } from "../kit/remarks.ts";
import { FULL, openSurvey } from "../kit/surveys.ts";
import { useUpFirstTries, useUpTries } from "../kit/used-up.ts";
import { identityOf } from "../kit/voting-city.ts";
import type { RowName } from "../kit/walk.ts";
import { callMeeting } from "./meeting-parts.ts";

/** Who comes, with what, from where: each number stands for one of a kind. */
export interface Guest {
  readonly person: number;
  readonly contact: number;
  readonly network: number;
  readonly host: number;
  readonly answer: number;
}

/** How an act of a row is tried. */
export interface Visit {
  /** What has to be there before; and how many tokens that takes already. */
  readonly prepare?: (guest: Guest) => Promise<void>;
  readonly preparationTakes?: 1;
  readonly ask: (guest: Guest) => Asked | Promise<Asked>;
  /** What is asked with a wrong proof, for buckets of these. */
  readonly askWrongly?: (guest: Guest) => Asked;
  /** Whether the act was let in; an answer that is no refusal, where nothing is said. */
  readonly isLetIn?: (answer: Answered) => boolean;
}

const VOTERS = 400;

/** Small enough to be filled in a test; none gets a token back meanwhile, and all do before the vote is over. */
const SLOW = 1;
export const VOTER_CODES = {
  codesPerContact: 5,
  tries: {
    person: { burst: 2, perHour: SLOW },
    address: { burst: 3, perHour: SLOW },
    network: { burst: 5, perHour: SLOW },
  },
};

export const contactOf = ({ contact }: Guest): string => `gosc-${contact}@example.com`;
export const ipOf = ({ network, host }: Guest): string => `31.${network >> 8}.${network & 255}.${host}`;

/** One thing for each key, made when it is first asked for. */
const onceEach = <T>(make: (key: string) => Promise<T>) => {
  const made = new Map<string, Promise<T>>();
  return (key: string | number): Promise<T> => {
    const one = made.get(String(key)) ?? make(String(key));
    made.set(String(key), one);
    return one;
  };
};

/** A city with whatever strangers may write in, and every way in which they do, by row and act. */
export const openVisits = async () => {
  const place = await openPlace({ eid: lyingEid().eid });
  const { cycleId } = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: VOTERS,
    voterCodes: VOTER_CODES,
  });
  const call = await openCall(place);
  const { id: projectId } = await propose(place, call);
  const meeting = String((await callMeeting(place)).body.id);
  const answerOf = onceEach(async (answer) => {
    const start = await place.call(`GET /glosuj/${cycleId}/eid`);
    const [, cookie = ""] = /(eid=[^;]+)/.exec(start.headers.getSetCookie().join("\n")) ?? [];
    const { pathname, search } = new URL(
      await signInByEid(start.headers.get("location") ?? "", peselOf(Number(answer) % VOTERS)),
    );
    return { ask: `GET ${pathname}${search}`, cookies: [cookie] };
  });

  const send = async (fn: string, asked: Asked, guest: Guest): Promise<Answered> => {
    const event = httpEvent({ at: place.clock.now(), ...asked });
    const { requestContext } = event;
    const http = { ...requestContext.http, sourceIp: ipOf(guest) };
    return answered(await place.invoke(fn, { ...event, requestContext: { ...requestContext, http } }));
  };

  const identity = (guest: Guest) => ({
    ...identityOf(guest.person % VOTERS),
    email: contactOf(guest),
  });
  const sessions = `POST /v1/cycles/${cycleId}/voter-sessions`;
  let elsewhere = 30_000;
  /** A session of this guest's own, opened from somewhere else. */
  const open = async (guest: Guest): Promise<string> => {
    const asked = { ask: sessions, body: identity(guest) };
    const { status, text, json } = await send("voting", asked, { ...guest, network: elsewhere++ });
    if (status !== 202) throw new Error(text);
    return String((json() as { session: string }).session);
  };
  const prepared = new Map<Guest, string>();
  const session = (guest: Guest): string => prepared.get(guest) ?? "";
  const prepare = async (guest: Guest) => {
    prepared.set(guest, await open(guest));
  };
  /** What the page knows of the letter whose code it waits for. */
  const sealedFor = new Map<Guest, string>();
  /** A proposal of this guest's own: the path of its author's page. */
  const owned = new Map<Guest, string>();
  const ownedBy = (guest: Guest): string => owned.get(guest) ?? "";
  const own = async (guest: Guest) => {
    const author = { name: "Ala", email: `autor-${guest.person}@example.com`, isNamePublic: false };
    owned.set(guest, (await propose(place, call, { author })).path);
  };
  const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields);

  const statement = (guest: Guest) => ({
    firstName: "Zofia",
    surname: "Przybylska",
    pesel: peselOf(1000 + guest.person),
    mothersMaidenName: "Nowak-Łoś",
    address: "ul. Mariacka 5/7",
    district: "L13",
    email: contactOf(guest),
  });
  /** What the page of this edition's form asks for. */
  const signed = (guest: Guest) => ({ name: "Ala", email: contactOf(guest) });
  const support = (guest: Guest) => ({ ...signed(guest), address: "ul. Mariacka 5/7" });
  const seat = (guest: Guest) => ({ name: "Ala", email: contactOf(guest) });
  const phoneOf = ({ contact }: Guest): string => `600${String(contact).padStart(6, "0")}`;
  const question = (contact: string) => ({ kind: "question", ...MATTERS.question, contact });
  const questionForm = (contact: string) => form({ ...MATTERS.question, contact, key: newKey() });
  const onMeeting = onceEach(() => meetingThatIsOn(place));
  const gathering = onceEach(() => openGathering(place));
  const surveyOf = onceEach((access) => openSurvey(place, { access }));
  const answerForm = () => ({ revision: "1", q1: "3", "q7-district": "L13", go: "send", key: newKey() });
  let people = 0;
  /** The link of another address each time: each answers once. */
  const surveyLink = async (): Promise<string> => {
    const { id } = await surveyOf("address");
    const until = new Date(place.clock.now() + 3_600_000).toISOString();
    const token = await place.deps.tokens.seal("survey", { surveyId: id, person: `p${people++}` }, until);
    return `/ankiety/${id}/odpowiedz/${token}`;
  };
  const whom = (guest: Guest) => ({ cycleId, ...identity(guest), ip: ipOf(guest) });
  /** Naming a person, where others have used up the other way of doing so. */
  const naming = (
    asked: (body: Readonly<Record<string, string>>) => Asked,
  ): Readonly<Record<string, Visit>> => {
    const asking = (who: (guest: Guest) => Readonly<Record<string, string>>) => ({
      ask: (guest: Guest) => asked(who(guest)),
      askWrongly: (guest: Guest) => asked({ ...who(guest), mothersMaidenName: "Kowalska" }),
    });
    const asks = asking(identity);
    const byText = (guest: Guest) => {
      const { email: _, ...facts } = identity(guest);
      return { ...facts, phone: phoneOf(guest) };
    };
    return {
      identify: { ...asks, prepare: async (guest) => void (await useUpFirstTries(place, whom(guest))) },
      advise: asks,
      adviseByText: asking(byText),
      comeAnew: { ...asks, prepare: async (guest) => void (await useUpTries(place, whom(guest))) },
    };
  };

  const signUps = {
    signUp: (guest: Guest): Asked => ({
      ask: `POST /v1/meetings/${meeting}/signups`,
      body: { ...seat(guest), seats: 1 },
    }),
    signUpPage: (guest: Guest): Asked => ({
      ask: `POST /spotkania/${meeting}`,
      body: form({ ...seat(guest), seats: "1", key: newKey() }),
    }),
  };
  const visits: Partial<Record<RowName, Readonly<Record<string, Visit>>>> = {
    postProposal: {
      author: {
        ask: (guest) => ({
          ask: `POST /v1/cycles/${call}/proposals`,
          body: proposalBody({ author: { name: "Ala", email: contactOf(guest), isNamePublic: false } }),
        }),
      },
    },
    postStartCode: {
      enter: {
        prepare: async (guest) => {
          const claims = { cycleId: call, email: contactOf(guest), letter: `letter-${guest.answer}` };
          const until = instant(place.clock.now() + 3_600_000);
          sealedFor.set(guest, await place.deps.tokens.seal("author-code", claims, until));
        },
        ask: (guest) => ({
          ask: "POST /kod-do-wniosku",
          body: form({ sealed: sealedFor.get(guest) ?? "", code: "" }),
        }),
        isLetIn: ({ status }) => status === 422,
      },
    },
    postCoAuthor: {
      invite: {
        prepare: own,
        ask: (guest) => {
          const [id, proof] = ownedBy(guest).split("/").slice(-2);
          const body = { name: "Ala", email: contactOf(guest), proof };
          return { ask: `POST /v1/cycles/${call}/proposals/${id}/co-authors`, body };
        },
      },
    },
    postCoAuthorForm: {
      invite: {
        prepare: own,
        ask: (guest) => ({
          ask: `POST ${ownedBy(guest)}/wspolautorzy`,
          body: form({ ...seat(guest), key: newKey() }),
        }),
      },
    },
    postStart: {
      author: {
        ask: (guest) => ({
          ask: "POST /zglos",
          body: form({ cycle: call, email: contactOf(guest), key: newKey() }),
        }),
      },
    },
    postSupport: {
      supporter: {
        ask: (guest) => ({
          ask: `POST /v1/cycles/${call}/proposals/${projectId}/supports`,
          body: support(guest),
        }),
      },
    },
    postSupportForm: {
      supporter: {
        ask: (guest) => ({ ask: `POST /projekty/${call}/${projectId}/poparcie`, body: form(signed(guest)) }),
      },
    },
    postVoterSession: naming((body) => ({ ask: sessions, body })),
    postIdentityPage: naming((body) => ({ ask: `POST /glosuj/${cycleId}`, body: form(body) })),
    postResend: {
      resend: {
        prepare,
        preparationTakes: 1,
        ask: (guest) => ({ ask: `${sessions}/${session(guest)}/resend` }),
      },
    },
    postCodePage: {
      resend: {
        prepare,
        preparationTakes: 1,
        ask: (guest) => ({
          ask: `POST /glosuj/${cycleId}/kod`,
          cookies: [`code=${session(guest)}`],
          body: form({ act: "resend" }),
        }),
      },
    },
    getEidCallback: { answer: { ask: ({ answer }) => answerOf(answer) } },
    postStatement: {
      statement: {
        ask: (guest) => ({
          ask: `POST /v1/cycles/${cycleId}/statements`,
          body: { ...statement(guest), declarations: [true, true] },
        }),
      },
    },
    postStatementPage: {
      statement: {
        ask: (guest) => ({
          ask: `POST /glosuj/${cycleId}/oswiadczenie`,
          body: form({ ...statement(guest), "declarations-0": "yes", "declarations-1": "yes" }),
        }),
      },
    },
    postSignup: {
      signUp: { ask: signUps.signUp },
    },
    postSurveyAnswering: {
      answer: {
        ask: async () => ({
          ask: `POST /ankiety/${(await surveyOf("anonymous")).id}/odpowiedz`,
          body: form(answerForm()),
        }),
      },
    },
    postMotionRequest: {
      link: {
        ask: async (guest) => ({
          ask: `POST /v1/meetings/${await onMeeting("motions")}/motions`,
          body: { email: contactOf(guest) },
        }),
      },
    },
    postMotionsPage: {
      link: {
        ask: async (guest) => ({
          ask: `POST /spotkania/${await onMeeting("motions")}/wnioski`,
          body: form({ email: contactOf(guest), key: newKey() }),
        }),
      },
    },
    postSurveyPage: {
      link: {
        ask: async (guest) => ({
          ask: `POST /ankiety/${(await surveyOf("address")).id}`,
          body: form({ email: contactOf(guest), key: newKey() }),
        }),
      },
    },
    postSurveyAnswer: {
      answer: {
        ask: async () => ({
          ask: `POST /v1/surveys/${(await surveyOf("anonymous")).id}/answers`,
          body: { revision: 1, answers: FULL },
        }),
      },
    },
    postSurveyLinkRequest: {
      link: {
        ask: async (guest) => ({
          ask: `POST /v1/surveys/${(await surveyOf("address")).id}/links`,
          body: { email: contactOf(guest) },
        }),
      },
    },
    postRemark: {
      letter: {
        ask: async (guest) => ({
          ask: `POST /v1/consultations/${await gathering("online")}/remarks`,
          body: { ...A_REMARK, email: contactOf(guest) },
        }),
      },
    },
    postRemarkForm: {
      letter: {
        ask: async (guest) => ({
          ask: `POST /konsultacje/${await gathering("online")}/uwagi/nowa`,
          body: form({ text: A_REMARK.text, email: contactOf(guest), key: newKey() }),
        }),
      },
    },
    postMatter: {
      letter: { ask: (guest) => ({ ask: "POST /v1/matters", body: question(contactOf(guest)) }) },
      call: { ask: (guest) => ({ ask: "POST /v1/matters", body: question(phoneOf(guest)) }) },
    },
    postMatterForm: {
      letter: {
        ask: (guest) => ({ ask: "POST /sprawy/pytanie", body: questionForm(contactOf(guest)) }),
      },
      call: { ask: (guest) => ({ ask: "POST /sprawy/pytanie", body: questionForm(phoneOf(guest)) }) },
    },
    postSurveyLink: {
      answer: {
        ask: async () => ({ ask: `POST ${await surveyLink()}`, body: form(answerForm()) }),
      },
    },
    postSignupPage: {
      signUp: { ask: signUps.signUpPage },
    },
  };
  return { place, visits, send, meeting, call, projectId, surveyOf };
};
