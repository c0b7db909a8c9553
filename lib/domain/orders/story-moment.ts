export type StoryStep =
  | "placed"
  | "told"
  | "found"
  | "planned"
  | "sent"
  | "answered"
  | "unclear"
  | "refused"
  | "confirmed"
  | "different"
  | "held"
  | "freed"
  | "released"
  | "corrected"
  | "linked"
  | "skipped"
  | "waiting"
  | "failed"
  | "at-till";
export type StoryMoment = {
  id: string;
  at: Date;
  step: StoryStep;
  /** Where it happened: the shop's name, the POS's name, or Parity. */
  place: string;
  title: string;
  text: string;
  facts: { label: string; value: string; isId: boolean }[];
  causeId: string | null;
  runId: string | null;
};

export const parity = "Parity";

export const moment = (
  id: string,
  at: Date,
  step: StoryStep,
  place: string,
  title: string,
  rest: Partial<StoryMoment> = {},
): StoryMoment => ({
  id,
  at,
  step,
  place,
  title,
  text: "",
  facts: [],
  causeId: null,
  runId: null,
  ...rest,
});
export const fact = (label: string, value: string, isId = false) => ({ label, value, isId });
