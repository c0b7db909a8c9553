import { normalForm } from "@/lib/domain/mapping/normal-form";

type Named = { name: string; storeName: string | null; feeds: string | null };

/** Free ones before those that feed another location, and of each those that are called like it. */
export function orderWarehouses<W extends Named>(warehouses: readonly W[], location: string): (W & { isLike: boolean })[] {
  const wanted = normalForm(location);
  const isLike = ({ name, storeName }: Named) => [name, storeName ?? ""].some((each) => each !== "" && normalForm(each).includes(wanted));
  return warehouses
    .map((warehouse) => ({ ...warehouse, isLike: wanted !== "" && isLike(warehouse) }))
    .sort(
      (a, b) => Number(a.feeds !== null) - Number(b.feeds !== null) || Number(b.isLike) - Number(a.isLike) || (a.name < b.name ? -1 : 1),
    );
}
