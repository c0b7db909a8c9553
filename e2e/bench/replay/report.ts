/** What a replay prints. Amounts are text in pounds and pence. */
export type Report = {
  orders: { placed: number; confirmed: number; held: number; deferred: number; lost: number; duplicated: number };
  /** As they stood when the first pass was over. */
  causes: { kind: string; entity: string; orders: number; amount: string }[];
  money: { shop: string; pos: string; difference: string };
  vat: { shop: string; pos: string; roundingRows: number };
  released: { previewed: number; released: number; stillHeld: number };
  latencyMs: { p50: number; p95: number; p99: number } | null;
  ordersPerSecond: number;
  seconds: number;
};
