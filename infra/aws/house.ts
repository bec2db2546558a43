import { type App, Tags } from "aws-cdk-lib";
import { namesOf } from "./names.ts";
import type { Place } from "./place.ts";
import { readRelease } from "./release.ts";
import type { Settings } from "./settings.ts";
import { apiStack } from "./stacks/api.ts";
import { commissionStage } from "./stacks/commission.ts";
import { copiesStage } from "./stacks/copies.ts";
import { dataStack } from "./stacks/data.ts";
import { edgeStack } from "./stacks/edge.ts";
import { mailAlarmsStack } from "./stacks/mail-alarms.ts";
import { workflowStack } from "./stacks/workflow.ts";

/** The whole house of one stage, cut by how often its parts change. */
export const house = (app: App, settings: Settings, codeOf: Place["codeOf"]): void => {
  const { region, account } = settings;
  const place: Place = {
    settings,
    names: namesOf(settings),
    release: readRelease((name) => app.node.tryGetContext(name)),
    home: { region, ...(account && { account }) },
    codeOf,
  };
  // Linters of templates do not yet know that a dashboard takes tags.
  Tags.of(app).add("service", place.names.prefix, { excludeResourceTypes: ["AWS::CloudWatch::Dashboard"] });
  const edge = edgeStack(app, place);
  const kept = dataStack(app, place);
  const api = apiStack(app, place, kept, edge);
  const machines = workflowStack(app, place, api);
  mailAlarmsStack(app, place, { api, kept, machines });
  commissionStage(app, place);
  copiesStage(app, place);
};
