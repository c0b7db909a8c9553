import pg from "pg";

export type ConfirmedPair = {
  locationId: string;
  sku: string /** The figure that was read back. */;
  available: number /** Milliseconds since the epoch. */;
  at: number;
};

/** Looks from outside at what a running Parity says of its pairs. */
export function openPairWatch(databaseUrl: string, shopId: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, application_name: "bench" });
  return {
    /** Pairs whose present figure was read back after `since`. */
    async listConfirmed(since: number): Promise<ConfirmedPair[]> {
      const { rows } = await pool.query<ConfirmedPair>(
        `select location_id as "locationId", sku, confirmed as available, (extract(epoch from confirmed_at) * 1000)::float8 as at from stock_pair
        where shop_id = $1 and confirmed is not null and confirmed_at > to_timestamp($2::float8 / 1000) order by confirmed_at`,
        [shopId, since],
      );
      return rows;
    },
    async countConfirmed(since: number): Promise<number> {
      const { rows } = await pool.query<{ n: number }>(
        "select count(*)::int as n from stock_pair where shop_id = $1 and confirmed is not null and confirmed_at > to_timestamp($2::float8 / 1000)",
        [shopId, since],
      );
      return rows[0]?.n ?? 0;
    },
    /** Nothing is asked of the platforms any more, so that what comes next is not disturbed. */
    pauseAll: () => pool.query("update connection set is_paused = true"),
    close: () => pool.end(),
  };
}
export type PairWatch = ReturnType<typeof openPairWatch>;
