/** Moderation for tests that open every page: posts in each state, with an appeal that waits. */
import { appealLink, moderate } from "./moderation.ts";
import type { Place } from "./place.ts";
import { openGathering, remark } from "./remarks.ts";

export const openModerated = async (place: Place): Promise<void> => {
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
};
