import { type Minor, minor, sum } from "@/lib/domain/money";
import type { Sale } from "./classify";
import { shareOut } from "./share-out";
import type { Variation } from "./variation";
import type { WebLine } from "./web-order";

type Discounts = WebLine["discounts"];
export type Discounted = { lines: Discounts[] /** What the goods could not take, off the shipping. */; shipping: Minor[] };

const lineDiscountPercent = 15;

/** Off the dearest line first, then per cent of the goods, then the amount the file names: each of what the one before left. */
export function discountLines({ goods, shipping, discount }: Sale, { orderDiscountPercent, hasLineDiscount }: Variation): Discounted {
  const listed = goods.map(({ quantity, unitPrice }) => quantity * unitPrice);
  const dearest = listed.indexOf(Math.max(...listed));
  const ownOff = listed.map((amount, at) => minor(hasLineDiscount && at === dearest ? percent(amount, lineDiscountPercent) : 0));
  const afterOwn = listed.map((amount, at) => minor(amount - ownOff[at]!));

  const percentOff = shareOut(percent(sum(afterOwn), orderDiscountPercent), afterOwn);
  const afterPercent = afterOwn.map((amount, at) => minor(amount - percentOff[at]!));

  const onGoods = minor(Math.min(discount, sum(afterPercent)));
  const fixedOff = shareOut(onGoods, afterPercent);
  const charges = shipping.map(({ price }) => price);
  const onShipping = minor(Math.min(discount - onGoods, sum(charges)));

  const of = (kind: Discounts[number]["kind"], amount: Minor): Discounts => (amount === 0 ? [] : [{ kind, amount }]);
  return {
    lines: goods.map((_, at) => [...of("line", ownOff[at]!), ...of("percentage", percentOff[at]!), ...of("fixed", fixedOff[at]!)]),
    shipping: shareOut(onShipping, charges),
  };
}

const percent = (amount: number, per: number): Minor => minor(Math.round((amount * per) / 100));
