type Told = { what: string; byName: string | null; text: string; ownerName: string | null };

/** Why somebody was told, and by now whose it is: "Priya gave it to you". */
export function sayWhyTold({ what, byName, text, ownerName }: Told, roleName: string): string {
  switch (what) {
    case "assigned":
      return `${byName ?? "Somebody"} gave it to you`;
    case "mentioned":
      return `${byName ?? "Somebody"} mentioned you: ${text}`;
    case "escalated":
      return "Nobody has taken it in time";
    default:
      return ownerName === null ? `It is for ${roleName}` : `${ownerName} owns it`;
  }
}
