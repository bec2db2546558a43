/** The longest delay that Node's timers keep: 2³¹ - 1 ms, about 24.8 days. Longer ones would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** The city's time as this machine has it: real time plus what it was moved forward. */
export interface MovableClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The listener is called after each move forward. */
  readonly onMove: (listener: () => void) => unknown;
}

/** One alarm on the city's clock: `ring` runs when its time has come, in real time or because the clock was moved. */
export const createAlarm = (clock: MovableClock, ring: () => void) => {
  let timer: NodeJS.Timeout | undefined;
  let setFor: number | undefined;
  const wind = () => {
    clearTimeout(timer);
    if (setFor === undefined) return;
    const left = setFor - clock.now();
    if (left <= 0) ring();
    else timer = setTimeout(wind, Math.min(left, LONGEST_DELAY)).unref();
  };
  clock.onMove(wind);
  /** Sets the alarm anew, or stops it (undefined). */
  return (at: number | undefined) => {
    setFor = at;
    wind();
  };
};
