import { cn } from "./cn";

export const fieldLook =
  "w-full rounded-md border border-border-strong bg-card px-2.5 text-sm shadow-xs transition-colors placeholder:text-faint hover:border-faint focus-visible:border-ring focus-visible:outline-1 focus-visible:outline-offset-0 disabled:bg-muted disabled:text-faint aria-invalid:border-bad touch:min-h-11 touch:text-lg";

export function Input({ className, ...props }: React.ComponentProps<"input">) {
  return <input className={cn(fieldLook, "h-8", className)} {...props} />;
}

export function Textarea({ className, ...props }: React.ComponentProps<"textarea">) {
  return <textarea className={cn(fieldLook, "min-h-16 resize-y py-1.5", className)} {...props} />;
}
