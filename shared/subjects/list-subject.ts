import type { z } from "zod";
import type { Frame } from "../pages/layout.ts";
import { subjectOf } from "./act.ts";
import type { Subject, SubjectWords } from "./declared.ts";

type Whole = Readonly<Record<string, never>>;

interface ListSubject<Act extends string>
  extends Pick<Subject<Whole, Whole, "kept", Act, never>, "about" | "back"> {
  readonly title: (frame: Frame) => string;
  /** The address of its page, and the journal of what is done to it as a whole. */
  readonly address: string;
  readonly journal: string;
  readonly words: (frame: Pick<Frame, "words">) => Pick<SubjectWords<never, Act, never>, "acts">;
  /** What the API answers of a thing that is made. */
  readonly reply: z.ZodType;
}

/** A list as a subject of its own: what makes a new thing is an act on the list that it will be in, `from: ["kept"]`. */
export const listSubject = <Act extends string>({ words, address, journal, ...list }: ListSubject<Act>) =>
  subjectOf({
    ...list,
    find: async () => ({}),
    stateAt: () => "kept" as const,
    blockers: {},
    words: (frame) => ({ acts: words(frame).acts, states: { kept: "" }, blockers: {} }),
    journal: () => journal,
    address: () => address,
  });
