const WIDTH = 30;
/** Without a terminal a line is enough for every tenth. */
const QUIET_STEP = 0.1;

/** How far it is, on standard error: a bar in a terminal, a few lines elsewhere. */
export const progressBar = (title: string, what = "voters") => {
  const isTerminal = process.stderr.isTTY === true;
  const started = performance.now();
  let shown = isTerminal ? -1 : 0;

  const show = (done: number, of: number): void => {
    const share = done / of;
    const step = isTerminal ? 0.002 : QUIET_STEP;
    if (share < shown + step && done !== of) return;
    shown = share;
    const rate = (done / (performance.now() - started)) * 1000;
    const left = Math.round((of - done) / rate);
    const bar = "#".repeat(Math.floor(share * WIDTH)).padEnd(WIDTH, ".");
    const line = `${title} [${bar}] ${done}/${of} ${what}, ${rate.toFixed(0)}/s, ${left} s left`;
    process.stderr.write(isTerminal ? `\r${line}\u001b[K` : `${line}\n`);
  };
  return { show, end: () => void (isTerminal && process.stderr.write("\n")) };
};
