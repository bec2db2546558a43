const HEADER_BYTES = 32;
const FRAME_BYTES = 24;

/** The page images of each commit in a write-ahead log of SQLite, in order. Frames of an older round of the file have other salts. */
export const commitsOf = (wal: Buffer): Buffer[][] => {
  if (wal.length < HEADER_BYTES) return [];
  const pageBytes = wal.readUInt32BE(8);
  const salts = wal.subarray(16, 24);
  const commits: Buffer[][] = [];
  let pages: Buffer[] = [];
  for (let at = HEADER_BYTES; at + FRAME_BYTES + pageBytes <= wal.length; at += FRAME_BYTES + pageBytes) {
    if (!wal.subarray(at + 8, at + 16).equals(salts)) break;
    pages.push(wal.subarray(at + FRAME_BYTES, at + FRAME_BYTES + pageBytes));
    if (wal.readUInt32BE(at + 4) === 0) continue;
    commits.push(pages);
    pages = [];
  }
  return commits;
};
