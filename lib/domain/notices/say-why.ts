type Told = { what: string; byName: string | null; text: string; ownerName: string | null };

/** Why somebody was told: "Priya gave it to you". */
export function sayWhyTold({ what, byName, text }: Told, roleName: string): string {
  switch (what) {
    case "assigned":
      return `${byName ?? "Somebody"} gave it to you`;
    case "mentioned":
      return `${byName ?? "Somebody"} mentioned you: ${text}`;
    case "escalated":
      return "Nobody has taken it in time";
    default:
      return `It is for ${roleName}`;
  }
}
