const names: Readonly<Record<string, string>> = {
  "carry-orders": "Orders",
  "drain-stock": "Stock",
  "compare-stock": "Full stock check",
  "pull-orders": "Order check",
  "pull-movements": "Till movements",
  "pull-catalogue": "Catalogue",
};

/** A flow as the morning's table calls it. */
export const sayFlowName = (flow: string): string => names[flow] ?? flow;
