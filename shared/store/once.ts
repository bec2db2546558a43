/** What never changes is read once a process, for so many names; a reading that failed is made anew. */
export const readOnce = <T>(most: number) => {
  const known = new Map<string, Promise<T>>();
  return (name: string, read: () => Promise<T>): Promise<T> => {
    const found = known.get(name);
    if (found) return found;
    if (known.size >= most) known.clear();
    const reading = read();
    known.set(name, reading);
    reading.catch(() => known.delete(name));
    return reading;
  };
};
