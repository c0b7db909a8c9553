import { cn } from "./cn";

/** For tables that fit on a page; long ones are a DataList. */
export function Table({ className, label, ...props }: React.ComponentProps<"table"> & { label: string }) {
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className={cn("w-full border-collapse text-sm", className)} {...props} />
    </div>
  );
}

export const Thead = (props: React.ComponentProps<"thead">) => <thead className="sticky top-0 z-10 bg-card" {...props} />;
export const Tbody = (props: React.ComponentProps<"tbody">) => <tbody className="divide-y" {...props} />;

export function Tr({ className, ...props }: React.ComponentProps<"tr">) {
  return <tr className={cn("transition-colors hover:bg-hover aria-selected:bg-selected", className)} {...props} />;
}

type CellProps = { isNumber?: boolean };

export function Th({ className, isNumber = false, ...props }: React.ComponentProps<"th"> & CellProps) {
  return (
    <th
      scope="col"
      className={cn("h-8 whitespace-nowrap border-b px-4 text-left font-medium text-faint text-xs", isNumber && "text-right", className)}
      {...props}
    />
  );
}

export function Td({ className, isNumber = false, ...props }: React.ComponentProps<"td"> & CellProps) {
  return <td className={cn("h-9 px-4 py-1.5 align-middle", isNumber && "text-right", className)} {...props} />;
}
