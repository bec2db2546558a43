import { type HeapProfiler, type Profiler, Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";

/** Work that was done, in numbers that do not depend on how busy the machine is. */
export interface Work {
  /** How often a block of JavaScript was entered. */
  readonly steps: number;
  /** Bytes allocated on the heap, also those that were freed meanwhile; sampled. */
  readonly bytes: number;
}

const SAMPLED_EVERY_BYTES = 2048;

const stepsIn = (scripts: readonly Profiler.ScriptCoverage[]): number =>
  scripts
    .flatMap(({ functions }) => functions)
    .flatMap(({ ranges }) => ranges)
    .reduce((sum, { count }) => sum + count, 0);

const bytesIn = ({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number =>
  children.reduce((sum, child) => sum + bytesIn(child), selfSize);

const SAMPLING = {
  samplingInterval: SAMPLED_EVERY_BYTES,
  includeObjectsCollectedByMajorGC: true,
  includeObjectsCollectedByMinorGC: true,
} as HeapProfiler.StartSamplingParameterType;

/**
 * Does something and counts its work, of this process in the meantime: with nothing else going on. What runs inside of V8 counts by what it
 * allocates. Code that V8 optimises counts no more, so that it optimises nothing while it counts.
 */
export const countedWork = async (act: () => unknown): Promise<Work> => {
  const session = new Session();
  session.connect();
  for (const tier of ["opt", "maglev"]) setFlagsFromString(`--no-${tier}`);
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await session.post("HeapProfiler.startSampling", SAMPLING);
    await act();
    const { profile } = await session.post("HeapProfiler.stopSampling");
    const { result } = await session.post("Profiler.takePreciseCoverage");
    await session.post("Profiler.stopPreciseCoverage");
    return { steps: stepsIn(result), bytes: bytesIn(profile.head) };
  } finally {
    for (const tier of ["opt", "maglev"]) setFlagsFromString(`--${tier}`);
    session.disconnect();
  }
};
