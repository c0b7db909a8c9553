import type { Account } from "./account";
import { decimalText } from "./scalars";
import { freeExpired } from "./stock";

type Row = { warehouseid: number; sku: string; total: number; reserved: number };

/** Every SKU × warehouse, for checks from outside. */
export function listLevels(account: Account): object[] {
  freeExpired(account);
  return account.state
    .many<Row>("select warehouseid, sku, total, reserved from warehouse_item order by warehouseid, sku")
    .map(({ warehouseid, sku, total, reserved }) => ({
      sku,
      warehouseid,
      total: decimalText(total),
      reserved: decimalText(reserved),
      available: decimalText(total - reserved),
    }));
}
