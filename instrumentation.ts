/** Next calls this once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const [{ startRelay }, { answerAtDoor }, { processWide }] = await Promise.all([
    import("@/inngest/relay"),
    import("@/app/api/webhooks/door"),
    import("@/lib/process-wide"),
  ]);
  processWide("door", () => answerAtDoor);
  startRelay();
}
