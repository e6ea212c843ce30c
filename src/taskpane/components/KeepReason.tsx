import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useMessages } from "../i18n";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: "160px" },
});

interface Props {
  /** The stored reason; null: none yet. */
  readonly kept: string | null;
  readonly onKeep: (reason: string | null) => void;
}

/** A grade that a person gave on purpose: its reason is stored in the workbook and shown. */
export function KeepReason({ kept, onKeep }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const [draft, setDraft] = useState<string | null>(null);
  if (kept !== null) {
    return (
      <div className={styles.line}>
        <span>{t.write.keptBecause(kept)}</span>
        <Button size="small" appearance="subtle" onClick={() => onKeep(null)}>
          {t.write.keepUndo}
        </Button>
      </div>
    );
  }
  if (draft === null) {
    return (
      <Button appearance="subtle" onClick={() => setDraft("")}>
        {t.write.keepReason}
      </Button>
    );
  }
  return (
    <div className={styles.line}>
      <Input
        className={styles.input}
        aria-label={t.write.keepReasonLabel}
        placeholder={t.write.keepReasonPlaceholder}
        value={draft}
        maxLength={200}
        onChange={(_, data) => setDraft(data.value)}
      />
      <Button disabled={draft.trim() === ""} onClick={() => onKeep(draft.trim())}>
        {t.write.keepSave}
      </Button>
    </div>
  );
}
