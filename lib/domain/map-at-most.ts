/** Like Promise.all over a list, with at most `limit` at work at once; order is kept. */
export async function mapAtMost<T, R>(limit: number, list: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(list.length);
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const at = next++;
      results[at] = await work(list[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, list.length) }, worker));
  return results;
}
