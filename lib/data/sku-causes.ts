import { db } from "./client";

export type SkuCause = {
  id: string;
  kind: string;
  evidence: Record<string, unknown>;
  state: string;
  shopName: string;
  posName: string;
  openedAt: Date;
};

/** What is open about a web SKU: by its own name, by the till's, or by one of its pairs. */
export const listSkuCauses = (sku: string): Promise<SkuCause[]> =>
  db.$queryRaw<SkuCause[]>`
    select c.id, c.kind, c.evidence, c.state, case when n.role = 'shop' then n.name else '' end as "shopName", coalesce(pos.name, n.name) as "posName", c.opened_at as "openedAt"
    from cause c join connection n on n.id = c.connection_id left join connection pos on pos.id = n.pos_id
    where c.state <> 'resolved' and (c.evidence->>'sku' = ${sku}
      or exists (select 1 from link l where l.kind = 'sku' and l.theirs = ${sku} and l.state = 'mapped' and c.evidence->>'sku' = l.ours)
      or exists (select 1 from exception e where e.cause_id = c.id and e.entity = 'product' and e.state = 'held' and substr(e.key, strpos(e.key, ':') + 1) = ${sku}))
    order by c.opened_at`;
