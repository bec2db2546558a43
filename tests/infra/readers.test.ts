/** A stage that is being tried writes to colleagues alone, until two people have opened it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { mayWriteTo, toReaders } from "../../shared/platform/readers.ts";
import { build, settingsOf } from "./cloud.ts";

const told = (letters: object | undefined) => {
  const functions = build(settingsOf("dev", { ...(letters && { letters }) })).all("AWS::Lambda::Function");
  return new Set(
    functions.flatMap(([, { Properties }]) => {
      const { Variables } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
      return Variables?.READERS === undefined ? [] : [Variables.READERS];
    }),
  );
};

test("a new stage writes to nobody, then to whom it is told, and to everybody once two people say so", () => {
  expect(told(undefined)).toEqual(new Set(["nobody"]));
  expect(told({ only: ["jan@um.example.org", "@bo.example.org", "+48600700800"] })).toEqual(
    new Set(["jan@um.example.org,@bo.example.org,+48600700800"]),
  );
  expect(told({ openedBy: ["Jan Kowalski", "Anna Nowak"] })).toEqual(new Set(["everybody"]));
});

test.each([
  [{ openedBy: ["Jan Kowalski"] }],
  [{ openedBy: ["Jan Kowalski", "jan kowalski"] }],
  [{ only: ["um.example.org"] }],
  [{ only: ["jan@um.example.org,@"] }],
])("a stage is not opened by %j", (letters) => {
  expect(() => settingsOf("dev", { letters })).toThrow("letters");
});

test("whoever is not named gets nothing, and it is no error that is tried again", async () => {
  const sent: string[] = [];
  const send = toReaders("jan@um.example.org,@bo.example.org", async ({ to }: { readonly to: string }) => {
    sent.push(to);
    return { outcome: "sent" };
  });
  const reached = ["JAN@um.example.org", "ewa@bo.example.org"];
  const kept = ["ewa@um.example.org", "jan@um.example.org.pl", "ewa@x-bo.example.org", "bo.example.org"];
  for (const to of reached) expect(await send({ to })).toEqual({ outcome: "sent" });
  for (const to of kept) expect((await send({ to })).outcome).toBe("rejected");
  expect(sent).toEqual(reached);
});

test("nobody is reached by chance", () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.emailAddress(), (named, to) => {
      expect(mayWriteTo(named, to)).toBe(named.toLowerCase() === to.toLowerCase());
      expect(mayWriteTo("nobody", to)).toBe(false);
      expect(mayWriteTo("everybody", to)).toBe(true);
    }),
  );
});
