import { auditConnections } from "./audit-connections";
import { carryOrders } from "./carry-orders";
import { compareNightly, compareStock } from "./compare-stock";
import { drainStock } from "./drain-stock";
import { probeCauses } from "./probe-causes";
import { prune } from "./prune";
import { pullCatalogue } from "./pull-catalogue";
import { pullMovements } from "./pull-movements";
import { pullOrders } from "./pull-orders";
import { releaseOrders } from "./release-orders";
import { renewReservations } from "./renew-reservations";
import { sendMails } from "./send-mails";
import { tallyAll } from "./tally-records";
import { watchStock } from "./watch-stock";
import { watchStores } from "./watch-stores";

/** Every flow. A new one = one file and one line. */
export const functions = [
  carryOrders,
  pullOrders,
  pullCatalogue,
  releaseOrders,
  probeCauses,
  auditConnections,
  pullMovements,
  drainStock,
  compareStock,
  compareNightly,
  renewReservations,
  prune,
  watchStores,
  sendMails,
  watchStock,
  tallyAll,
];
