/** An answer larger than allowed. */
export class TooLarge extends Error {
  override name = "TooLarge";
}

/** The body as text. Counts what comes out of the decompression, so that a small bomb does not become a large string. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return "";
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      // Not awaited: a source that never ends may never say that it ended.
      reader.cancel().catch(() => {});
      throw new TooLarge();
    }
    chunks.push(part.value);
  }
  return new TextDecoder().decode(join(chunks, size));
}

function join(chunks: Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return all;
}
