import { serviceKinds } from "@/lib/domain/mapping/link";

import type { RetailerPlan } from "./retailer-plan";

export const stores = ["Leeds", "York", "Harrogate", "Sheffield", "Durham"] as const;
export const onlineWarehouse = "Online warehouse";
/** Opened at the seaside last week: both sides know it, but nobody has said that they mean the same. */
export const popUp = "Whitby pop-up";
/** Its till has lost its connection: its sales stay on the till, and its events never arrive. */
export const silentStore = "Durham";
export const silentForMinutes = 52;

/** One pair whose figure online is too high from the start. */
export const drifting = { tillSku: "QD-MUG-SPE", store: "York", by: 3 } as const;

/** Quillmoor & Daughters: clothes and things for the house, five stores in the north of England. */
export const demoPlan: RetailerPlan = {
  code: "DMO",
  posName: "Quillmoor stores",
  shopName: "Quillmoor online",
  shopDomain: "quillmoor-demo.myshopify.com",
  currency: "GBP",
  zone: "Europe/London",
  rates: [20, 5, 0],
  // The demo's Saturday goes on at any hour of any day.
  options: { opensAt: "00:00", closesAt: "24:00", closedOnSundays: false },
  stores,
  warehouses: [onlineWarehouse, popUp],
  locations: [
    ...stores.map((name) => ({ name, warehouse: name, offersPickup: true })),
    { name: onlineWarehouse, warehouse: onlineWarehouse, offersPickup: false },
    { name: popUp, warehouse: null, offersPickup: true },
  ],
  services: [
    { key: serviceKinds.shipping, sku: "SHIPPING", title: "Shipping", rate: 20 },
    { key: serviceKinds["gift-card"], sku: "GIFT-CARD", title: "Gift card", rate: 0 },
    { key: serviceKinds.custom, sku: "EXTRA", title: "Extra without a code", rate: 20 },
  ],
};
