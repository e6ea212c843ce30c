import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: "160px" },
});

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly button: string;
  readonly required: boolean;
  readonly onReason: (reason: string) => void;
}

/** One line for a reason that is stored in the workbook. */
export function ReasonLine({ label, placeholder, button, required, onReason }: Props) {
  const styles = useStyles();
  const [draft, setDraft] = useState("");
  return (
    <div className={styles.line}>
      <Input
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        value={draft}
        maxLength={200}
        onChange={(_, data) => setDraft(data.value)}
      />
      <Button disabled={required && draft.trim() === ""} onClick={() => onReason(draft.trim())}>
        {button}
      </Button>
    </div>
  );
}
