import { z } from "zod";
import { Gid } from "./gid";
import { connection } from "./graphql";

const Money = z
  .object({ shopMoney: z.object({ amount: z.string().regex(/^-?\d+(\.\d+)?$/) }) })
  .transform(({ shopMoney }) => shopMoney.amount);
const TaxLine = z.object({ rate: z.number().nullable(), priceSet: Money });
const Moment = z.iso.datetime({ offset: true });

const AddressNode = z.object({
  name: z.string().nullable(),
  address1: z.string().nullable(),
  address2: z.string().nullable(),
  zip: z.string().nullable(),
  city: z.string().nullable(),
  countryCodeV2: z.string().nullable(),
  phone: z.string().nullable(),
});
export type AddressNode = z.output<typeof AddressNode>;

export const LineNode = z.object({
  id: Gid,
  sku: z.string().nullable(),
  name: z.string(),
  quantity: z.int().min(0),
  currentQuantity: z.int().min(0),
  isGiftCard: z.boolean(),
  originalUnitPriceSet: Money,
  discountAllocations: z.array(
    z.object({ allocatedAmountSet: Money, discountApplication: z.object({ allocationMethod: z.string(), targetSelection: z.string() }) }),
  ),
  taxLines: z.array(TaxLine),
});
export type LineNode = z.output<typeof LineNode>;

const ShippingNode = z.object({
  id: Gid.nullable(),
  title: z.string(),
  originalPriceSet: Money,
  discountedPriceSet: Money,
  taxLines: z.array(TaxLine),
});
export type ShippingNode = z.output<typeof ShippingNode>;

export const FulfilmentLineNode = z.object({ totalQuantity: z.int(), remainingQuantity: z.int(), lineItem: z.object({ id: Gid }) });
export const FulfilmentOrderNode = z.object({
  id: z.string(),
  status: z.string(),
  assignedLocation: z.object({ name: z.string().nullable(), location: z.object({ id: Gid }).nullable() }),
  deliveryMethod: z.object({ methodType: z.string() }).nullable(),
  lineItems: connection(FulfilmentLineNode),
});
export type FulfilmentOrderNode = z.output<typeof FulfilmentOrderNode>;

export const TransactionNode = z.object({
  id: Gid,
  kind: z.string(),
  status: z.string(),
  gateway: z.string().nullable(),
  amountSet: Money,
});
export type TransactionNode = z.output<typeof TransactionNode>;

export const OrderNode = z.object({
  id: Gid,
  name: z.string(),
  createdAt: Moment,
  processedAt: Moment.nullish(),
  updatedAt: z.string(),
  cancelledAt: Moment.nullable(),
  test: z.boolean(),
  sourceName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  currencyCode: z.string(),
  taxesIncluded: z.boolean(),
  discountCodes: z.array(z.string()).nullish(),
  displayFinancialStatus: z
    .enum(["AUTHORIZED", "EXPIRED", "PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "PENDING", "REFUNDED", "VOIDED"])
    .nullable(),
  customer: z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() }).nullable(),
  billingAddress: AddressNode.nullable(),
  shippingAddress: AddressNode.nullable(),
  currentTotalPriceSet: Money,
  shippingLines: connection(ShippingNode),
  lineItems: connection(LineNode),
  fulfillmentOrders: connection(FulfilmentOrderNode),
  transactions: z.array(TransactionNode),
});
export type OrderNode = z.output<typeof OrderNode>;
