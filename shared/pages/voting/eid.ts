import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import { buttonLink } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

export type EidFault = "not-begun" | "denied" | "code" | "not-on-roll";

/** The way by the national eID ended without a voter: why, and the other ways. */
export const eidFailedView = (
  frame: Frame,
  { why, cycleId }: { readonly why: EidFault; readonly cycleId: CycleId | undefined },
): Html => {
  const { words } = frame;
  const w = words.identity.eid;
  return layout(
    { ...frame, path: cycleId === undefined ? pathTo("vote") : pathTo("voteIdentity", { cycleId: cycleId }) },
    {
      title: w.failed,
      isPrivate: true,
      body: html`<h1>${w.failed}</h1>
<p>${w.why[why]}</p>
<p>${buttonLink({ href: link(frame, cycleId === undefined ? pathTo("vote") : pathTo("voteIdentity", { cycleId: cycleId })), text: w.again })}</p>
${
  why === "not-on-roll" &&
  cycleId !== undefined &&
  html`<p><a href="${link(frame, pathTo("voteStatement", { cycleId: cycleId }))}">${words.identity.statement.link}</a></p>`
}`,
    },
  );
};
