import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that are small and take long: they start houses and browsers of their own, or walk over everything. */
const SLOW =
  /^tests\/(?:local\/(?:demo|bootstrap)|api\/(?:every-page|authorisation|pending-acts|no-usable-link|linear-work|body-sizes)|infra\/(?:lint|doctor|bundle|deploy)|browser\/\w+|faults\/(?:notices|votes|meeting-list|early-end))\.test\.ts$/;

/** The order of a run: without what earlier runs took, the largest files first; but slow ones before them, for which a worker would else wait at the end. */
export default class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification): boolean =>
      SLOW.test(relative(this.ctx.config.root, moduleId));
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
