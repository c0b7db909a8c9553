/** Two bars of one length: both sides say the same. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} aria-hidden="true">
      <rect width="24" height="24" rx="6.5" className="fill-primary" />
      <rect x="6" y="7.5" width="12" height="3" rx="1.5" fill="white" />
      <rect x="6" y="13.5" width="12" height="3" rx="1.5" fill="white" fillOpacity="0.72" />
    </svg>
  );
}
