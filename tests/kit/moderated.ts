/** Moderation for tests that open every page: posts in each state, a mailbox that is barred, and appeals that wait. */
import { appealLink, moderate } from "./moderation.ts";
import { secondWord } from "./office.ts";
import { newKey, type Place } from "./place.ts";
import { openGathering, remark } from "./remarks.ts";

/** Answers where the bar is at the office: the list of what waits shows only its first. */
export const openModerated = async (place: Place): Promise<string> => {
  const id = await openGathering(place, { posts: "after-look" });
  const texts = ["Zadzwoń: 501 222 333.", "Sąsiad to złodziej.", "Za mało ławek.", "Kup www.tanio.example."];
  for (const [n, text] of texts.entries())
    await remark(place, id, { text, email: `moderacja-${n}@example.com` });
  const post = (n: number) => ({ post: `rmk_00000${n}` });
  await moderate(place, id, "masking", { words: ["501 222 333"], why: { point: "3" } }, post(1));
  await moderate(place, id, "hiding", { point: "2" }, post(2));
  await moderate(place, id, "taking", undefined, post(4));
  const link = await appealLink(place, "moderacja-1@example.com");
  await place.call(`POST ${link}`, { form: { text: "To cytat." } });
  const bar = await place.call(`POST /v1/staff/moderation/${id}/rmk_000001/bar`, {
    token: await place.staff("moderator"),
    key: newKey(),
    body: { days: 7, because: { point: "2" } },
  });
  await secondWord(place, bar);
  await place.settle();
  const letter = (await place.letterTo("moderacja-0@example.com"))?.text ?? "";
  const owned = /\/konsultacje\/wstrzymanie\/bar_[0-9a-z]{26}\/[0-9a-z]{26}/.exec(letter)?.[0] ?? "";
  await place.call(`POST ${owned}`, { form: { text: "To nie ja." } });
  return `/urzad/moderacja/wstrzymania/osoba/${owned.split("/")[3]}`;
};
