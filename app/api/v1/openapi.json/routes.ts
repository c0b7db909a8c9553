import { z } from "zod";

import { CauseDetail, CausePage, CauseTotals, HeldRecord } from "@/components/query/cause-answers";
import { Connections } from "@/components/query/connection-answers";
import { Finance } from "@/components/query/finance-answers";
import { Home } from "@/components/query/home-answers";
import { LinkBatch, LocationMapping, ServiceMapping, SkuPage, Warehouse } from "@/components/query/mapping-answers";
import { ListedOrder, OrderFacts, OrderTotals, ToldOrder } from "@/components/query/order-answers";
import { RecordCounts, RecordPage, RunCount, RunPage, RunRow } from "@/components/query/record-answers";
import { DriftPage, LastCompares, PairTimeline, SkuStock } from "@/components/query/stock-answers";
import { Store } from "@/components/query/store-answers";
import type { Permission } from "@/lib/auth/permissions";
import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { OrderFilter } from "@/lib/domain/orders/order-filter";
import { RecordFilter, RunFilter } from "@/lib/domain/records/record-filter";
import { DriftFilter } from "@/lib/domain/stock/drift-filter";

export type ApiRoute = {
  /** Under /api/v1, with `{names}` for what varies. */
  path: string;
  needs: Permission;
  summary: string;
  query?: z.ZodObject;
  answer: z.ZodType | "text/csv";
};

const after = z.string().optional().describe("The `next` of the page before");
const offset = z.coerce.number().int().nonnegative().optional();
const Shop = z.object({ shop: z.uuid() });
const Period = z.object({ shop: z.uuid().optional(), from: z.iso.date().optional(), to: z.iso.date().optional() });
const Moment = z.object({ shop: z.uuid(), location: z.string(), sku: z.string(), before: z.iso.datetime().optional() });
const OrderPage = z.object({ orders: z.array(ListedOrder), next: z.string().nullable(), asOf: z.coerce.date() });
const Locations = z.object({ locations: z.array(LocationMapping), warehouses: z.array(Warehouse), asOf: z.coerce.date() });
const Services = z.object({ services: z.array(ServiceMapping), asOf: z.coerce.date() });

/** What another program may ask. Each filter and answer is the one that the screens are made of. */
export const routes: readonly ApiRoute[] = [
  { path: "/home", needs: "records:read", summary: "The state of everything: flows, stores, what could hurt", answer: Home },
  { path: "/causes", needs: "exceptions:read", summary: "Causes by impact", query: CauseFilter.extend({ offset }), answer: CausePage },
  {
    path: "/causes/count",
    needs: "exceptions:read",
    summary: "How many causes a filter finds, and what they hold",
    query: CauseFilter,
    answer: CauseTotals,
  },
  { path: "/causes/{id}", needs: "exceptions:read", summary: "One cause with its evidence and history", answer: CauseDetail },
  {
    path: "/causes/{id}/held",
    needs: "exceptions:read",
    summary: "What a cause holds",
    query: z.object({ offset }),
    answer: z.object({ held: z.array(HeldRecord) }),
  },
  { path: "/orders", needs: "records:read", summary: "Web orders, newest first", query: OrderFilter.extend({ after }), answer: OrderPage },
  { path: "/orders/count", needs: "records:read", summary: "How many orders a filter finds", query: OrderFilter, answer: OrderTotals },
  { path: "/orders/{shop}/{order}", needs: "records:read", summary: "One order on both sides and what happened to it", answer: ToldOrder },
  {
    path: "/orders/{shop}/{order}/facts",
    needs: "records:read",
    summary: "What of an order can be corrected, and what it lacks",
    answer: OrderFacts,
  },
  { path: "/records", needs: "records:read", summary: "Outcomes, newest first", query: RecordFilter.extend({ after }), answer: RecordPage },
  {
    path: "/records/count",
    needs: "records:read",
    summary: "How many a filter finds, by outcome",
    query: RecordFilter,
    answer: RecordCounts,
  },
  { path: "/runs", needs: "records:read", summary: "Runs, newest first", query: RunFilter.extend({ after }), answer: RunPage },
  { path: "/runs/count", needs: "records:read", summary: "How many runs a filter finds", query: RunFilter, answer: RunCount },
  { path: "/runs/{id}", needs: "records:read", summary: "One run", answer: RunRow },
  {
    path: "/stock/drift",
    needs: "stock:read",
    summary: "Where the web shows another figure",
    query: DriftFilter.extend({ after }),
    answer: DriftPage,
  },
  { path: "/stock/compares", needs: "stock:read", summary: "The last full compare of every shop", answer: LastCompares },
  { path: "/stock/skus/{sku}", needs: "stock:read", summary: "One SKU at every location", answer: SkuStock },
  { path: "/stock/timeline", needs: "stock:read", summary: "What happened to a SKU at a location", query: Moment, answer: PairTimeline },
  { path: "/mappings/skus", needs: "mappings:read", summary: "SKU mappings and gaps", query: Shop.extend({ offset }), answer: SkuPage },
  { path: "/mappings/locations", needs: "mappings:read", summary: "Location mappings", query: Shop, answer: Locations },
  { path: "/mappings/services", needs: "mappings:read", summary: "What lines without a SKU stand for", query: Shop, answer: Services },
  {
    path: "/mappings/history",
    needs: "mappings:read",
    summary: "Changes of mappings",
    query: Shop,
    answer: z.object({ batches: z.array(LinkBatch) }),
  },
  { path: "/mappings/export", needs: "mappings:read", summary: "All mappings of a shop", query: Shop, answer: "text/csv" },
  { path: "/finance", needs: "finance:read", summary: "Web orders against the till by day and store", query: Period, answer: Finance },
  { path: "/finance/export", needs: "finance:read", summary: "The same as a file", query: Period, answer: "text/csv" },
  { path: "/connections", needs: "connections:read", summary: "Every connection and how it is", answer: Connections },
  {
    path: "/store",
    needs: "store:read",
    summary: "A store's web orders",
    query: z.object({ q: z.string().max(100).optional() }),
    answer: Store,
  },
];
