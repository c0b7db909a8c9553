/** Something the person at the keyboard can put right: its message is one sentence and all that they see of it. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}
