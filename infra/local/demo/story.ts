import type { Demo } from "../local-json.ts";
import type { Desk } from "./desk.ts";

/** What scripts are told of a story. */
type Told = Partial<Demo>;

/** One thing that the demo shows. */
export interface Story {
  /** What the first start says of it. */
  readonly says: string;
  /** Yields the days on which something is done for it, in their order, counted from the one on which the demo is found: 0 is that one. */
  readonly tell: (desk: Desk) => AsyncGenerator<number, Told>;
}

/** Tells stories side by side, each of their days when it comes: time passes once for all of them, and ends when the demo is found. */
export const tellStories = async (
  desk: Desk,
  stories: readonly Story[],
  say: (line: string) => void,
): Promise<Told> => {
  const told: Told = {};
  const waiting: { readonly day: number; readonly goOn: () => Promise<void> }[] = [];
  const goOn = async (days: AsyncGenerator<number, Told>): Promise<void> => {
    const next = await days.next();
    if (next.done) Object.assign(told, next.value);
    else waiting.push({ day: next.value, goOn: () => goOn(days) });
  };
  for (const { says, tell } of stories) {
    const days = tell(desk);
    const first = await days.next();
    if (first.done) continue;
    const begin = async (): Promise<void> => {
      say(`  ${says}`);
      await goOn(days);
    };
    waiting.push({ day: first.value, goOn: begin });
  }
  for (;;) {
    waiting.sort((one, other) => one.day - other.day);
    const next = waiting.shift();
    if (!next) break;
    await desk.until(next.day);
    await next.goOn();
  }
  await desk.until(0);
  return told;
};
