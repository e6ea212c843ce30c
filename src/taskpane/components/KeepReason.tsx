import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useMessages } from "../i18n";
import { ReasonLine } from "./ReasonLine";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
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
  const [asked, setAsked] = useState(false);
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
  if (!asked) {
    return (
      <Button appearance="subtle" onClick={() => setAsked(true)}>
        {t.write.keepReason}
      </Button>
    );
  }
  return (
    <ReasonLine
      label={t.write.keepReasonLabel}
      placeholder={t.write.keepReasonPlaceholder}
      button={t.write.keepSave}
      required
      onReason={onKeep}
    />
  );
}
