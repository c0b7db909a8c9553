import { type Chosen, chooseGoods } from "./choose-goods";
import { type Draw, drawFor } from "./draw";
import type { Good, Scene, Store, Stumble } from "./scene";
import type { Shelves } from "./shelves";
import { type Address, inventAddress, inventShopper, type Shopper } from "./shoppers";

/** Minor units with VAT; the tax is what is in the amount after the discount. */
export type WebLine = { sku: string; quantity: number; unitPrice: number; discount: number; rate: number };
export type WebOrder = {
  shopper: Shopper;
  /** Null where the customer collects. */
  address: Address | null;
  /** Null: the shop has not said. */
  locationid: string | null;
  method: "PICK_UP" | "SHIPPING";
  lines: WebLine[];
  shipping: { title: string; price: number; rate: number } | null;
  /** False: the money comes later. */
  isPaid: boolean;
  /** Seconds after which the customer changes their mind; null: never. */
  cancelledAfter: number | null;
};

const homeRate = 20;
const freeFrom = 60_00;

/** Null: nothing that this customer wanted is there. */
export function planWebOrder(scene: Scene, nth: number, shelves: Shelves): WebOrder | null {
  const draw = drawFor(scene.seed, "web", nth);
  const stumble = scene.stumbles.find(({ every, first }) => nth >= first && (nth - first) % every === 0);
  const isParcel = stumble !== undefined && (stumble.abroad ?? stumble.locationid ?? stumble.isUnplaced ?? stumble.blank) !== undefined;
  const isCollected = draw.happens(0.4) && !isParcel;
  const from: Pick<Store, "warehouseid" | "locationid"> = isCollected ? draw.one(scene.stores) : scene.online;
  const chosen = withStumble(scene, chooseGoods(draw, scene, shelves, from.warehouseid), stumble);
  if (chosen.length === 0) return null;

  const percentOff = draw.happens(0.15) ? 10 : 0;
  const rate = (good: Pick<Good, "rate">) => stumble?.abroad?.rate ?? good.rate;
  const lines = chosen.map(({ good, quantity }) => ({
    sku: good.webSku,
    quantity,
    unitPrice: good.price,
    discount: Math.round((good.price * quantity * percentOff) / 100),
    rate: rate(good),
  }));
  const worth = lines.reduce((total, { unitPrice, quantity, discount }) => total + unitPrice * quantity - discount, 0);
  const carriage = draw.happens(0.2) ? { title: "Next day", price: 7_95 } : { title: "Standard", price: worth >= freeFrom ? 0 : 4_50 };
  return {
    shopper: inventShopper(draw),
    address: isCollected ? null : addressOf(draw, stumble),
    locationid: stumble?.isUnplaced ? null : (stumble?.locationid ?? from.locationid),
    method: isCollected ? "PICK_UP" : "SHIPPING",
    lines,
    shipping: isCollected ? null : { ...carriage, rate: rate({ rate: homeRate }) },
    isPaid: !draw.happens(0.06),
    cancelledAfter: draw.happens(0.05) ? draw.between(20, 240) : null,
  };
}

/** The thing that goes wrong is bought as well, whether or not any shelf has it. */
function withStumble({ goods }: Scene, chosen: Chosen[], stumble: Stumble | undefined): Chosen[] {
  const good = goods.find(({ webSku }) => webSku === stumble?.webSku);
  return good ? [...chosen.filter((other) => other.good.webSku !== good.webSku), { good, quantity: 1 }] : chosen;
}

function addressOf(draw: Draw, stumble: Stumble | undefined): Address {
  const invented = inventAddress(draw);
  const address = stumble?.blank ? { ...invented, [stumble.blank]: "" } : invented;
  if (!stumble?.abroad) return address;
  const { rate: _, ...there } = stumble.abroad;
  return { ...address, ...there };
}
