import { Alert } from "./alert";
import { Button } from "./button";

type Props = {
  /** What went wrong that belongs to no field. */
  message: string | null | undefined;
  isSaving: boolean;
  onCancel: () => void;
};

/** The last lines of a form in a dialog. */
export function FormEnd({ message, isSaving, onCancel }: Props) {
  return (
    <>
      {message && <Alert>{message}</Alert>}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isLoading={isSaving}>
          Save
        </Button>
      </div>
    </>
  );
}
