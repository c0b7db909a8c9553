/** One line of a list of facts. */
export function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="whitespace-nowrap">{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
