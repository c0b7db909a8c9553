import { z } from "zod";

import type { orderTotals, rowAmounts } from "./order-arithmetic";
import { DecimalText, Money } from "./scalars";

export const orderState = { open: 0, closed: 10, cancelled: 20, abandoned: -1 } as const;
export const paymentState = { none: 0, successful: 20 } as const;
export const orderType = { order: 10, booking: 100, parked: 110 } as const;

const State = z.literal([0, 10, 20, -1]);
const PaymentState = z.literal([0, 10, 15, 20, 30, 40]);
const Data = z.record(z.string(), z.string());

const ItemBody = z.object({
  productname: z.string(),
  quantity: z.int().refine((quantity) => quantity !== 0),
  orderitemtype: z.int().default(10),
  sku: z.string().nullish(),
  decimalunitquantity: DecimalText.default("1.000"),
  unitlabel: z.string().default(""),
  productattributes: z.string().default(""),
  vatvalue: z.number().min(0).max(100).optional(),
  moneyrowprice: Money.optional(),
  moneyrowdiscount: Money.default("0.00"),
  moneypriceorg: Money.optional(),
  vouchercode: z.string().nullish(),
  vouchername: z.string().nullish(),
  vouchercomment: z.string().nullish(),
  vouchervalue: z.string().nullish(),
  deliveryinfo: z.string().nullish(),
  externalinput: z.string().nullish(),
  externalinputtitle: z.string().nullish(),
  additionaldata: Data.default({}),
});
export type ItemBody = z.infer<typeof ItemBody>;

const Payment = z.object({
  name: z.string(),
  moneyamount: Money,
  externalid: z.string().nullish(),
  reftype: z.string().nullish(),
  refid: z.string().nullish(),
  cardissuer: z.string().nullish(),
  reservedpaymentid: z.int().nullish(),
  additionaldata: Data.default({}),
});
const ReservedPayment = Payment.omit({ moneyamount: true }).extend({ id: z.int(), moneyreserved: Money });

const customerFields = ["email", "namefirst", "namelast", "personalid", "company", "phone", "customerref"] as const;
const noteFields = ["comment", "commentinternal", "checkoutref"] as const;
const addressFields = ["address", "address2", "zip", "city", "state", "countryid"] as const;
type TextField =
  | (typeof customerFields)[number]
  | (typeof noteFields)[number]
  | `${"invoice" | "delivery"}_${(typeof addressFields)[number]}`;
const textFields: TextField[] = [
  ...customerFields,
  ...noteFields,
  ...(["invoice", "delivery"] as const).flatMap((kind) => addressFields.map((part): TextField => `${kind}_${part}`)),
];
export const blankTexts = Object.fromEntries(textFields.map((name) => [name, ""])) as Record<TextField, string>;
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? "");
const Texts = z.object(Object.fromEntries(textFields.map((name) => [name, Text])) as Record<TextField, typeof Text>).partial();

export const ExternalId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** What may be changed later; rows may not, and payments and additionaldata are replaced as a whole. */
export const OrderChanges = Texts.extend({
  externalid: ExternalId.nullish(),
  orderstateid: State.optional(),
  paymentstateid: PaymentState.optional(),
  datereserved: z.int().nullish(),
  warehouseid: z.int().nullish(),
  payments: z.array(Payment).optional(),
  reservedpayments: z.array(ReservedPayment).optional(),
  additionaldata: Data.optional(),
  orderitems: z.never("orderitems cannot be changed").optional(),
});

export const NewOrder = OrderChanges.omit({ orderitems: true }).extend({
  ordertypeid: z.int().pipe(z.literal([10, 100, 110])),
  orderdate: z.int().optional(),
  creditorderid: z.int().nullish(),
  currencycode: z.string().length(3).optional(),
  orderitems: z.array(ItemBody).default([]),
});
export type NewOrder = z.input<typeof NewOrder>;

export type OrderItem = ItemBody &
  ReturnType<typeof rowAmounts> & { orderitemid: number; productid: number | null; decimalquantitytotal: string; vatvalue: number };

/** The order as it is stored; identity, type, states and place are columns of its row. */
export type OrderDoc = ReturnType<typeof orderTotals> & {
  currencycode: string;
  datereserved: number | null;
  userid_staff: string | null;
  checkouttypename: string;
  deliverytypename: string;
  orderitems: OrderItem[];
  payments: z.infer<typeof Payment>[];
  reservedpayments: z.infer<typeof ReservedPayment>[];
  additionaldata: Record<string, string>;
};

export type OrderRow = {
  orderid: number;
  eshopid: number;
  externalid: string | null;
  creditorderid: number | null;
  orderdate: number;
  orderstateid: number;
  paymentstateid: number;
  ordertypeid: number;
  warehouseid: number | null;
  registerid: string | null;
};
export type StoredOrder = OrderRow & { doc: OrderDoc };
