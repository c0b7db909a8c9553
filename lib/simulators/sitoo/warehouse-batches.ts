import type { Context } from "hono";
import { Hono } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { answerBatch, answerOne } from "./batch";
import { listPage, Paging, readQuery } from "./listing";
import { findWarehouse, isVirtual, type Warehouse } from "./places";
import { findProductBySku } from "./products";
import { demand, found } from "./refused";
import { DecimalText, decimalText, IntText, thousandths } from "./scalars";
import { findLevel, touchLevel } from "./stock";
import { movement, recordTransaction } from "./transactions";

const batchState = { open: 10, closed: 20 } as const;
const NewBatch = z.object({
  transactiontype: z.int().pipe(z.literal([10, 20, 50])),
  comment: z.string().default(""),
  externalid: z.string().nullable().default(null),
  reasoncode: z.string().nullable().default(null),
});
const BatchItem = z.object({ sku: z.string(), decimalquantity: DecimalText });
const BatchQuery = Paging.extend({ transactiontype: IntText.optional(), warehousebatchstate: IntText.default(batchState.open) });

type Row = { warehousebatchid: number; warehouseid: number; transactiontype: number; state: number; doc: string };
type Item = { sku: string; quantity: number };

const toBatch = ({ warehousebatchid, warehouseid, transactiontype, state, doc }: Row) => ({
  warehousebatchid,
  warehouseid,
  transactiontype,
  warehousebatchstate: state,
  ...JSON.parse(doc),
});

/** One transaction: for a stocktaking the counted level less the present one, else the movement as it was entered. */
function commit(account: Account, warehouse: Warehouse, batch: Row): void {
  const { state, clock } = account;
  const entered = state.many<Item>(
    "select sku, quantity from warehouse_batch_item where warehousebatchid = ? order by rowid",
    batch.warehousebatchid,
  );
  const isCount = batch.transactiontype === movement.stocktaking;
  const items = entered.map(({ sku, quantity }) => ({
    sku,
    quantity: isCount ? quantity - (findLevel(account, warehouse.warehouseid, sku)?.total ?? 0) : quantity,
  }));
  const { comment, externalid, reasoncode, ...doc } = JSON.parse(batch.doc);
  const movementOf = { warehouse, transactiontype: batch.transactiontype, items, description: comment, externalid, reasoncode };
  const warehousetransactionid = recordTransaction(account, movementOf);
  for (const { sku } of isCount ? items : []) {
    const { warehouseitemid } = touchLevel(account, warehouse.warehouseid, sku);
    state.run("update warehouse_item set datelaststocktaking = ? where warehouseitemid = ?", clock.now(), warehouseitemid);
  }
  const closed = JSON.stringify({ ...doc, comment, externalid, reasoncode, warehousetransactionid });
  state.run("update warehouse_batch set state = ?, doc = ? where warehousebatchid = ?", batchState.closed, closed, batch.warehousebatchid);
}

export function warehouseBatchRoutes(site: SitooApp, account: Account): void {
  const { state } = account;
  const getWarehouse = (c: Context) => found(findWarehouse(account, Number(c.req.param("warehouseid"))), "warehouseid");
  const getBatch = (c: Context) => {
    const sql = "select * from warehouse_batch where warehousebatchid = ? and warehouseid = ?";
    return found(state.one<Row>(sql, Number(c.req.param("batchid")), getWarehouse(c).warehouseid), "warehousebatchid");
  };
  const getOpenBatch = (c: Context) => {
    const batch = getBatch(c);
    demand(batch.state === batchState.open, "The batch is closed");
    return batch;
  };

  const batches: SitooApp = new Hono<SitooEnv>();
  batches.get("/", (c) => {
    const query = readQuery(c, BatchQuery);
    return c.json(
      listPage<Row>(state, query, {
        read: "*",
        from: "warehouse_batch",
        filters: [
          ["warehouseid = ?", getWarehouse(c).warehouseid],
          ["transactiontype = ?", query.transactiontype],
          ["state = ?", query.warehousebatchstate],
        ],
        order: "warehousebatchid",
        toItem: toBatch,
      }),
    );
  });
  batches.post("/", (c) =>
    answerOne(c, account, NewBatch, ({ transactiontype, ...rest }) => {
      const warehouse = getWarehouse(c);
      demand(!isVirtual(warehouse), "A virtual warehouse takes no batches");
      const sql = "select 1 from warehouse_batch where warehouseid = ? and transactiontype = ? and state = ?";
      demand(state.one(sql, warehouse.warehouseid, transactiontype, batchState.open) === null, "A batch of this type is open");
      const doc = { warehousetransactionid: null, datecreated: account.clock.now(), emailowner: "", shipmentid: null, ...rest };
      const insert = "insert into warehouse_batch (warehouseid, transactiontype, state, doc) values (?, ?, ?, ?)";
      return state.run(insert, warehouse.warehouseid, transactiontype, batchState.open, JSON.stringify(doc)).id;
    }),
  );
  batches.get("/:batchid{[0-9]+}", (c) => c.json(toBatch(getBatch(c))));
  batches.put("/:batchid{[0-9]+}", (c) =>
    answerOne(c, account, z.object({ warehousebatchstate: z.literal(batchState.closed) }), () => {
      commit(account, getWarehouse(c), getOpenBatch(c));
      return true;
    }),
  );
  batches.get("/:batchid{[0-9]+}/warehousebatchitems", (c) => {
    const filters = [["warehousebatchid = ?", getBatch(c).warehousebatchid]] as const;
    const toItem = ({ sku, quantity }: Item) => ({ sku, decimalquantity: decimalText(quantity) });
    return c.json(
      listPage<Item>(state, readQuery(c, Paging), { read: "*", from: "warehouse_batch_item", filters, order: "rowid", toItem }),
    );
  });
  batches.put("/:batchid{[0-9]+}/warehousebatchitems", (c) => {
    const { warehousebatchid } = getOpenBatch(c);
    return answerBatch(c, account, BatchItem, ({ sku, decimalquantity }) => {
      demand(findProductBySku(account, c.var.eshopid, sku) !== null, `Unknown sku ${sku}`);
      const sql = "insert or replace into warehouse_batch_item (warehousebatchid, sku, quantity) values (?, ?, ?)";
      state.run(sql, warehousebatchid, sku, thousandths(decimalquantity));
      return true;
    });
  });
  site.route("/warehouses/:warehouseid{[0-9]+}/warehousebatches", batches);
}
