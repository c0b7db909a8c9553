/** How much more than was allowed is read and dropped, so that who sends it hears the answer instead of a broken connection. */
const mostDropped = 16_000_000;

/** The whole body, or so much of it that it is certainly longer than `bytes`: nobody makes us keep more than that. */
export async function readAtMost(body: AsyncIterable<Uint8Array> | null, bytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    if (length <= bytes) chunks.push(chunk);
    length += chunk.byteLength;
    if (length > bytes + mostDropped) break;
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
