/** Whether somebody speaks HTTP there; with `ok` only a 2xx counts. */
export async function answers(url: string, { ok = false } = {}): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: "manual" });
    await answer.body?.cancel();
    return ok ? answer.ok : true;
  } catch (cause) {
    if (cause instanceof TypeError || (cause as Error).name === "TimeoutError") return false;
    throw cause;
  }
}
