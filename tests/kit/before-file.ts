import fc from "fast-check";
import { seed } from "./chance.ts";

// Before each test file: properties are tried on the values of this run's seed.
fc.configureGlobal({ seed });
