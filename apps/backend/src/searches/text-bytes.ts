/** A long text on its way out, as UTF-8 from the start. */
export interface TextBytes {
  write(text: string): void;
  /** All that was written; to be asked once, at the end. */
  bytes(): Uint8Array<ArrayBuffer>;
}

/** No character of a string needs more bytes. */
const mostBytes = 3;

/**
 * Each piece goes straight to its place. Joined to one string first, the text would be copied three times, twice of them
 * where garbage collection has to look after it.
 */
export function createTextBytes(expectedBytes: number): TextBytes {
  let buffer = Buffer.allocUnsafe(expectedBytes);
  let end = 0;
  return {
    write(text) {
      if (buffer.length - end < text.length * mostBytes) buffer = withRoom(buffer, end + text.length * mostBytes);
      end += buffer.write(text, end, "utf8");
    },
    bytes: () => buffer.subarray(0, end),
  };
}

function withRoom(buffer: Buffer<ArrayBuffer>, size: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(Math.max(size, Math.ceil(buffer.length * 1.5)));
  buffer.copy(larger);
  return larger;
}
