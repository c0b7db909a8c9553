/** `coming`: not at the till yet · `to-pick` · `ready`: picked, waits for the customer · `done`: handed over, shipped or cancelled. */
export type StoreStage = "coming" | "to-pick" | "ready" | "done";

/** What the till told of its own order, oldest first, in the words of the connector. */
export function stageOf(news: readonly (string | null)[]): StoreStage {
  if (news.some((word) => word === "closed" || word === "cancelled" || word === "delivered")) return "done";
  return news.includes("ready") ? "ready" : "to-pick";
}

/** How an order ended at the till; null = it has not. */
export function endOf(news: readonly (string | null)[]): "handed-over" | "cancelled" | null {
  if (stageOf(news) !== "done") return null;
  return news.includes("cancelled") && !news.includes("delivered") ? "cancelled" : "handed-over";
}

export type StockTold = {
  shopName: string;
  isPaused: boolean;
  pausedUntil: Date | null;
  confirmedAt: Date | null;
  waiting: number;
  waitingSince: Date | null;
};

const lateMs = 2 * 60_000;

/** Whether the website shows what is on the shelf, as one sentence; `isLive` false = do not rely on it. */
export function sayStock(stock: StockTold, now: Date): { isLive: boolean; text: string } {
  const { shopName, isPaused, pausedUntil, confirmedAt, waiting, waitingSince } = stock;
  const products = waiting === 1 ? "1 product" : `${waiting} products`;
  if (isPaused)
    return { isLive: false, text: `${shopName} is not being updated: it was paused. Check the shelf before you promise anything.` };
  if (waiting > 0 && waitingSince && now.getTime() - waitingSince.getTime() > lateMs)
    return { isLive: false, text: `${shopName} is behind: it shows an older figure for ${products}.` };
  if (pausedUntil && pausedUntil > now)
    return { isLive: false, text: `${shopName} does not answer just now; it is tried again by itself.` };
  if (!confirmedAt) return { isLive: false, text: `${shopName} has not been told of the stock here yet.` };
  return {
    isLive: true,
    text: waiting > 0 ? `${shopName} is up to date, ${products} on the way.` : `${shopName} shows what is on the shelf.`,
  };
}
