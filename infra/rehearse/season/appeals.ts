import { need } from "../client.ts";
import { failedOn, type Stage } from "./checks.ts";
import type { Filed } from "./filing.ts";
import type { AppealCourse } from "./script.ts";
import { newKey, type SeasonStage } from "./stage.ts";

const appealOf = ({ filing }: Filed, of: Stage): AppealCourse | null =>
  of === "formal" ? filing.formalAppeal : filing.meritAppeal;

/** An author appeals by the link; for one without a mailbox a clerk keys what came on paper. What comes after the window is turned away. */
export const appeal = async (stage: SeasonStage, filed: Filed, of: Stage): Promise<void> => {
  const { client, at, system, now } = stage;
  const { filing, id, authorPath } = filed;
  const points = [{ criterion: failedOn(filing, of), text: "Proszę sprawdzić ponownie: dołączam zgodę." }];
  const sent =
    authorPath === null
      ? client.send(`POST ${at.staff}/projects/${id}/appeals`, {
          token: system.token("clerk", filing.n % 2),
          key: newKey(),
          body: { stage: of, points, arrivedBy: "desk", arrivedAt: await now() },
        })
      : client.send(`POST ${at.public}/proposals/${id}/appeals`, {
          key: newKey(),
          body: { stage: of, points, proof: authorPath.split("/").at(-1) },
        });
  if (appealOf(filed, of) !== "late") {
    await need(sent, `the appeal of ${filing.n}`);
    return;
  }
  const { status } = await sent;
  if (status !== 409) throw new Error(`the late appeal of ${filing.n}: ${status}`);
};

/** Somebody who had no part in the check decides, and another such person accepts. */
export const decideAppeal = async (
  { client, at, system }: SeasonStage,
  filed: Filed,
  of: Stage,
): Promise<void> => {
  const { filing, id } = filed;
  const [own, others] = of === "formal" ? ["verifier", "coordinator"] : ["coordinator", "verifier"];
  const path = `POST ${at.staff}/projects/${id}/appeal-decision`;
  const body = {
    verdict: appealOf(filed, of),
    answers: [{ criterion: failedOn(filing, of), text: "Sprawdziliśmy dokumenty, które dołączono." }],
  };
  const involved = await client.send(path, {
    token: system.token(own ?? "", filing.n % 2),
    key: newKey(),
    body,
  });
  if (involved.status !== 403)
    throw new Error(`whoever checked ${filing.n} decides again: ${involved.status}`);
  const [first, second] = [0, 1].map((n) => system.token(others ?? "", n));
  await need(
    client.send(path, { token: first ?? "", key: newKey(), body }),
    `deciding the appeal of ${filing.n}`,
  );
  const accepted = client.send(`${path}/acceptance`, { token: second ?? "", key: newKey() });
  await need(accepted, `accepting the decision on ${filing.n}`);
};

export const appealsIn = (of: Stage, filed: readonly Filed[], isLate: boolean): Filed[] =>
  filed.filter((one) => {
    const course = appealOf(one, of);
    return course !== null && (course === "late") === isLate;
  });
