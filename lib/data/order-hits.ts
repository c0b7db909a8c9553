import { type Prisma, sql } from "./client";
import { emailHash, searchForm } from "./search-keys";

const most = 200;

/** Orders that a person may mean: by number, id, external id, till id, e-mail, the start or the last four of one. `far` 0 = exact. Null: too little to go by. */
export function orderHits(text: string): Prisma.Sql | null {
  const value = searchForm(text);
  if (value.length < 2) return null;
  const exact = [value, ...(text.includes("@") ? [emailHash(text)] : [])];
  return sql`
    select shop_id, key, min(far) as far from (
      select shop_id, key, 0 as far from search_key where value = any(${exact}::text[]) and entity = 'order'
      union all (select shop_id, key, 1 from search_key where value like ${`${value.replace(/[%_\\]/g, "\\$&")}%`} and kind <> 'email' and entity = 'order' limit ${most})
      union all (select shop_id, key, 2 from search_key where ${value.length === 4} and right(value, 4) = ${value} and kind <> 'email' and entity = 'order' limit ${most})) found
    group by shop_id, key`;
}
