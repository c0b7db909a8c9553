import { Hono } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { listPage, Paging, readQuery } from "./listing";
import { findRegister, findStore, findWarehouse } from "./places";
import { found } from "./refused";
import { BoolText, IntText, Money } from "./scalars";
import { type Before, type OfRegister, registerTotals } from "./z-report-totals";

export const CloseRegister = z.object({
  registerid: z.string(),
  /** What the staff counted; left out it is what was expected. */
  counted: Money.optional(),
  comment: z.string().default(""),
  staff: z.string().default(""),
});

/** Sums the register's orders since its last close and books them under the new report. */
export function closeRegister(account: Account, { registerid, counted, comment, staff }: z.infer<typeof CloseRegister>): object {
  const { state, clock } = account;
  const register = found(findRegister(account, registerid), "registerid");
  const store = findStore(account, findWarehouse(account, register.warehouseid)?.storeid ?? null);
  const last = state.one<{ doc: string }>("select doc from z_report where registerid = ? order by zreportid desc limit 1", registerid);
  const before: (Before & { zreportid: number; datecreated: number }) | null = last && JSON.parse(last.doc);
  const orders = state.many<OfRegister>(
    `select orderid, orderdate, orderstateid, doc from sale_order join sale_order_doc using (orderid)
     where registerid = ? and zreportid is null and ordertypeid = 10 and orderstateid <> 20 order by orderid`,
    registerid,
  );
  const { company, companyid, currencycode } = JSON.parse(register.doc);
  const now = clock.now();
  const report = {
    zreportid: (before?.zreportid ?? 0) + 1,
    registerid,
    registerkey: register.registerkey,
    registernumber: 1,
    datecreated: now,
    dateopened: before?.datecreated ?? orders[0]?.orderdate ?? now,
    dateadded: now,
    eshopid: register.eshopid,
    store_id: store?.externalid ?? null,
    store_name: store ? JSON.parse(store.doc).name : "",
    company,
    companyid,
    currencycode,
    staff,
    staffuserid: null,
    comment,
    ...registerTotals(orders, before, counted),
  };
  state.run(
    "insert into z_report (registerid, zreportid, eshopid, store_id, dateadded, doc) values (?, ?, ?, ?, ?, ?)",
    registerid,
    report.zreportid,
    register.eshopid,
    report.store_id,
    now,
    JSON.stringify(report),
  );
  for (const { orderid } of orders) state.run("update sale_order set zreportid = ? where orderid = ?", report.zreportid, orderid);
  account.events.raise("z-report", { register_id: registerid, z_report_id: report.zreportid }, register.warehouseid);
  return report;
}

type Row = { doc: string };
const toReport = ({ doc }: Row): object => JSON.parse(doc);
const mostReports = 500;

const NewReportQuery = z.object({
  eshopid: IntText.optional(),
  store_id: z.string().optional(),
  registerid: z.string().optional(),
  dateaddedfrom: IntText.optional(),
  dateaddedto: IntText.optional(),
  includenotregistered: BoolText.optional(),
});

/** The newer endpoint: a plain array over all registers, ascending, without paging. */
export function zReportRoutes(base: SitooApp, account: Account): void {
  base.get("/pos-z-reports", (c) => {
    const { eshopid, store_id, registerid, dateaddedfrom, dateaddedto } = readQuery(c, NewReportQuery);
    const { items } = listPage<Row>(
      account.state,
      { start: 0, num: mostReports },
      {
        read: "doc",
        from: "z_report",
        filters: [
          ["eshopid = ?", eshopid],
          ["store_id = ?", store_id],
          ["registerid = ?", registerid],
          ["dateadded >= ?", dateaddedfrom],
          ["dateadded <= ?", dateaddedto],
        ],
        order: "dateadded, registerid, zreportid",
        toItem: toReport,
      },
    );
    return c.json(items);
  });
}

export function registerReportRoutes(site: SitooApp, account: Account): void {
  const reports: SitooApp = new Hono<SitooEnv>();
  reports.get("/", (c) => {
    const { registerid } = found(findRegister(account, c.req.param("registerid") ?? ""), "registerid");
    const filters = [["registerid = ?", registerid]] as const;
    return c.json(
      listPage<Row>(account.state, readQuery(c, Paging), {
        read: "doc",
        from: "z_report",
        filters,
        order: "zreportid desc",
        toItem: toReport,
      }),
    );
  });
  reports.get("/:zreportid{[0-9]+}", (c) => {
    const sql = "select doc from z_report where registerid = ? and zreportid = ?";
    const row = account.state.one<Row>(sql, c.req.param("registerid") ?? "", Number(c.req.param("zreportid")));
    return c.json(toReport(found(row, "zreportid")));
  });
  site.route("/cashregisters/:registerid/zreports", reports);
}
