"use client";

import { Lock } from "lucide-react";
import { useQueryStates } from "nuqs";

import type { Worker } from "@/components/exceptions/worker";
import { PromotionTab } from "@/components/promotions/promotion-tab";
import { PageHeader } from "@/components/shell/page-header";
import { Select } from "@/components/ui/select";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { roleNames } from "@/lib/auth/permissions";

import { CsvButtons } from "./csv/csv-buttons";
import { HistoryTab } from "./history/history-tab";
import { LocationTab } from "./locations/location-tab";
import { type MappingTab, mappingSearch } from "./mapping-search";
import { type FirstPage, ProductTab } from "./products/product-tab";
import { SavingProvider } from "./saving/saving-context";
import { ServiceTab } from "./services/service-tab";

type Shop = { id: string; name: string; posName: string };
type Props = { shops: readonly Shop[]; shopId: string; worker: Worker; first: FirstPage | null };

const tabs: readonly { value: MappingTab; label: string }[] = [
  { value: "products", label: "Products" },
  { value: "locations", label: "Locations" },
  { value: "services", label: "Lines without a code" },
  { value: "promotions", label: "Promotions" },
  { value: "history", label: "History" },
];

/** What belongs to what between a shop and the till. */
export function MappingsRoom({ shops, shopId: firstShopId, worker, first }: Props) {
  const [search, setSearch] = useQueryStates(mappingSearch, { history: "replace" });
  const shop = shops.find(({ id }) => id === search.shop) ?? shops.find(({ id }) => id === firstShopId) ?? shops[0]!;
  const isFirst = shop.id === firstShopId;
  return (
    <SavingProvider key={shop.id} shopId={shop.id} worker={worker}>
      <PageHeader title="Mappings" actions={<CsvButtons />}>
        {shops.length > 1 ? (
          <Select
            aria-label="Shop"
            value={shop.id}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => void setSearch({ shop: id, row: null })}
            className="h-7 w-48 text-xs"
          />
        ) : (
          <p className="truncate text-muted-foreground text-xs">
            {shop.name} ↔ {shop.posName}
          </p>
        )}
      </PageHeader>
      {!worker.may.map && (
        <p className="flex items-center gap-2 border-b bg-muted px-4 py-1.5 text-muted-foreground text-xs">
          <Lock className="size-3.5 shrink-0" aria-hidden />
          {roleNames[worker.role]} can look at mappings; Operations, Ecommerce and Admin can change them.
        </p>
      )}
      <Tabs value={search.tab} onValueChange={(tab) => void setSearch({ tab: tab as MappingTab })} className="flex min-h-0 flex-1 flex-col">
        <TabsList aria-label="Kind of mapping" className="overflow-x-auto">
          {tabs.map(({ value, label }) => (
            <TabsTrigger key={value} value={value} className="shrink-0">
              {label}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value="products" className="min-h-0 flex-1" tabIndex={-1}>
          <ProductTab search={search} onSearch={(change) => void setSearch(change)} first={isFirst ? first : null} />
        </TabsContent>
        <TabsContent value="locations" className="min-h-0 flex-1" tabIndex={-1}>
          <LocationTab posName={shop.posName} />
        </TabsContent>
        <TabsContent value="services" className="min-h-0 flex-1" tabIndex={-1}>
          <ServiceTab posName={shop.posName} />
        </TabsContent>
        <TabsContent value="promotions" className="min-h-0 flex-1" tabIndex={-1}>
          <PromotionTab />
        </TabsContent>
        <TabsContent value="history" className="min-h-0 flex-1" tabIndex={-1}>
          <HistoryTab />
        </TabsContent>
      </Tabs>
    </SavingProvider>
  );
}
