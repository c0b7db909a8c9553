/** "A, B and 3 more". */
export function sayList(all: readonly string[], most = 5): string {
  if (all.length <= most) return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
  return `${all.slice(0, most).join(", ")} and ${all.length - most} more`;
}
