import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <div className="flex h-12 shrink-0 items-center border-b px-4">
        <Skeleton className="w-32" />
      </div>
      <SkeletonRows />
    </>
  );
}
