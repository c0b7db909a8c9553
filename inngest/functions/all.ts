import { carryOrders } from "./carry-orders";
import { pullCatalogue } from "./pull-catalogue";
import { pullOrders } from "./pull-orders";

/** Every flow. A new one = one file and one line. */
export const functions = [carryOrders, pullOrders, pullCatalogue];
