// Typed arrays grow by moving their memory: no second copy is alive while a million ballots are read.

export type Words = Uint32Array<ArrayBuffer>;
export type Halves = Uint16Array<ArrayBuffer>;
export type SignedHalves = Int16Array<ArrayBuffer>;

export const grownWords = (array: Words, length: number): Words =>
  new Uint32Array(array.buffer.transfer(length * 4));

export const grownHalves = (array: Halves, length: number): Halves =>
  new Uint16Array(array.buffer.transfer(length * 2));

export const grownSignedHalves = (array: SignedHalves, length: number): SignedHalves =>
  new Int16Array(array.buffer.transfer(length * 2));
