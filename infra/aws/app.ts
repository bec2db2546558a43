import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { bundle, DIST, unwritten } from "./bundle.ts";
import { compileAhead, compilesForLambda, giveToLambda } from "./compile-cache.ts";
import { functionNames, functions } from "./functions.ts";
import { house } from "./house.ts";
import { layLetters, layNative } from "./native.ts";
import { readSettings } from "./settings.ts";

/** What `cdk synth` and `cdk deploy` run. `-c stage=…` chooses the stage. */
const app = new App();
const settings = readSettings(app.node.tryGetContext("rynek"), app.node.tryGetContext("stage"));

const missing = unwritten();
if (missing.length > 0) throw new Error(`functions without functions/<name>/index.ts: ${missing.join(", ")}`);
await bundle();
layLetters(join(DIST, "documents"));
// Templates alone are written offline; whatever compares or deploys has what Lambda gets.
if (!app.node.tryGetContext("templates-only")) await layNative(join(DIST, "arrivals"), "arm64");
if (compilesForLambda)
  for (const name of functionNames) {
    await compileAhead(join(DIST, name), functions[name].memoryMb);
    giveToLambda(join(DIST, name));
  }

house(app, settings, (name) => Code.fromAsset(join(DIST, name)));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
