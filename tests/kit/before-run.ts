/** Once, before all test files. */
export const setup = (): void => {
  console.log(`RYNEK_SEED=${process.env.RYNEK_SEED} has this run again.`);
};
