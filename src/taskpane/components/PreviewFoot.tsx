import { Button } from "@fluentui/react-components";
import { restoreFits } from "../../excel/write";
import type { EditPlan } from "../../sheet/types";
import { usePane } from "../hooks/usePane";
import { useMessages } from "../i18n";
import type { WriteMode } from "../state/types";
import { useFootStyles } from "./footStyles";
import { Notice } from "./Notice";

interface Props {
  readonly plan: EditPlan;
  readonly mode: WriteMode;
  /** Excel was asked what it would refuse. */
  readonly examined: boolean;
}

/** Below the preview: write what it shows, or leave it. */
export function PreviewFoot({ plan, mode, examined }: Props) {
  const styles = useFootStyles();
  const t = useMessages();
  const { writing } = usePane();
  const count = plan.edits.length;
  return (
    <div className={styles.foot}>
      {!restoreFits(plan) && <Notice tone="warning">{t.write.noUndo}</Notice>}
      <div className={styles.buttons}>
        {count > 0 && (
          <Button
            className={styles.primary}
            appearance="primary"
            disabled={!examined}
            onClick={() => void writing.write()}
          >
            {!examined ? t.write.examining : mode === "formulas" ? t.write.formulasCount(count) : t.write.grades(count)}
          </Button>
        )}
        <Button className={styles.secondary} onClick={writing.leave}>
          {t.write.cancel}
        </Button>
      </div>
    </div>
  );
}
