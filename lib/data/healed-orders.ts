import { db } from "./client";

/** Per shop: orders that were held and went through today without a person, as the list of orders counts them. */
export const listHealed = () => db.$queryRaw<{ shopId: string; orders: number }[]>`
  select l.shop_id as "shopId", count(*)::int as orders from order_lane l join connection n on n.id = l.shop_id
  where l.state = 'done' and l.outcome = 'confirmed' and exists (
      select 1 from exception e where e.entity = 'order' and e.state = 'released' and e.shop_id = l.shop_id and e.key = l.order_id and e.released_at >= date_trunc('day', now(), n.zone))
    and not exists (select 1 from release_line p join release_plan plan on plan.id = p.plan_id
      where p.shop_id = l.shop_id and p.order_id = l.order_id and p.lane_version is not null and plan.by <> 'flow')
  group by 1`;
