import fc from "fast-check";
import { expect, test } from "vitest";
import { likeGroups, MOST_IN_GROUP, type Said } from "../../shared/domain/consultation/likeness.ts";

const of = (...texts: readonly (string | readonly [string, string])[]): Said[] =>
  texts.map((one, n) =>
    typeof one === "string"
      ? { id: `u${n + 1}`, text: one }
      : { id: `u${n + 1}`, text: one[0], about: one[1] },
  );

test("what is typed otherwise and says the same is one group", () => {
  const found = likeGroups(of("Więcej ławek!", "Bez zmian", "wiecej  ŁAWEK", "Więcej koszy"));
  expect(found).toEqual([{ id: "u1", ground: { kind: "same" }, ids: ["u1", "u3"] }]);
});

test("words in other forms are the same words, and the group says by which it was found", () => {
  const [group, ...others] = likeGroups(
    of(
      "Proszę o nowe ławki przy alei w parku Boguckim",
      "Drzewa trzeba podlewać latem każdego tygodnia",
      "Nowych ławek przy alejach parku Boguckiego proszę",
    ),
  );
  expect(others).toEqual([]);
  expect(group?.ids).toEqual(["u1", "u3"]);
  expect(group?.ground).toEqual({
    kind: "words",
    words: expect.arrayContaining(["nowe", "lawki", "parku", "boguckim"]),
  });
});

test("different wishes about one paragraph or place are a group of their own kind", () => {
  const found = likeGroups(of(["Za wysoko", "d1/1/2"], ["Za blisko", "d1/1/2"], ["Za nisko", "d1/1/3"]));
  expect(found).toEqual([{ id: "u1", ground: { kind: "about" }, ids: ["u1", "u2"] }]);
});

test("a campaign that many send alike is groups of which each fits on a page", () => {
  const groups = likeGroups(of(...Array.from({ length: MOST_IN_GROUP + 2 }, () => "Nie dla wycinki")));
  expect(groups.map(({ ids }) => ids.length)).toEqual([MOST_IN_GROUP, 2]);
});

const WORDS = "ławka drzewo park aleja kosz ulica boisko plac latarnia chodnik rower tramwaj szkoła".split(
  " ",
);
const remark = fc.record({
  text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(" ")),
  about: fc.option(fc.constantFrom("d1/1/1", "d1/1/2"), { nil: undefined }),
});
const remarks = fc
  .array(remark, { maxLength: 40 })
  .map((all) => all.map((one, n): Said => ({ ...one, id: `u${n}` })));

test("a thing is in one group at most, a group has two at least, and the same things make the same groups", () => {
  fc.assert(
    fc.property(remarks, (all) => {
      const groups = likeGroups(all);
      const ids = groups.flatMap((one) => one.ids);
      expect(new Set(ids).size).toBe(ids.length);
      for (const group of groups) {
        expect(group.ids.length).toBeGreaterThan(1);
        expect(group.id).toBe(group.ids[0]);
      }
      expect(likeGroups(all)).toEqual(groups);
    }),
  );
});

test("a planted group is found whole, whatever stands around it and however its words are turned", () => {
  const planted = "zebra furtka huśtawka karuzela zjeżdżalnia piaskownica".split(" ");
  const shuffled = fc.shuffledSubarray(planted, { minLength: planted.length });
  fc.assert(
    fc.property(remarks, fc.array(shuffled, { minLength: 2, maxLength: 6 }), fc.nat(), (all, texts, seed) => {
      const group = texts.map((words, n): Said => ({ id: `p${n}`, text: words.join(", ") }));
      const mixed = [...all];
      for (const [n, one] of group.entries()) mixed.splice((seed * (n + 1)) % (mixed.length + 1), 0, one);
      const found = likeGroups(mixed).find(({ ids }) => ids.includes("p0"));
      expect(found?.ids.toSorted()).toEqual(group.map(({ id }) => id));
    }),
  );
});
