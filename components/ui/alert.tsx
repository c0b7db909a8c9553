import { cn } from "./cn";

/** What went wrong, read out at once. */
export const Alert = ({ children, className }: { children: React.ReactNode; className?: string }) => (
  <p role="alert" className={cn("rounded-md bg-bad-soft px-3 py-2 text-bad", className)}>
    {children}
  </p>
);
