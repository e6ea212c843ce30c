import { Button } from "@fluentui/react-components";
import { restoreFits } from "../../excel/write";
import type { EditPlan } from "../../sheet/types";
import { usePane } from "../hooks/usePane";
import { useMessages } from "../i18n";
import type { WriteMode } from "../state/types";
import { useFootStyles } from "./footStyles";
import { Notice } from "./Notice";

/** Below the preview: write what it shows, or leave it. */
export function PreviewFoot({ plan, mode }: { plan: EditPlan; mode: WriteMode }) {
  const styles = useFootStyles();
  const t = useMessages();
  const { writing } = usePane();
  const count = plan.edits.length;
  return (
    <div className={styles.foot}>
      {!restoreFits(plan) && <Notice tone="warning">{t.write.noUndo}</Notice>}
      <div className={styles.buttons}>
        <Button
          className={styles.primary}
          appearance="primary"
          disabled={count === 0}
          onClick={() => void writing.write()}
        >
          {mode === "formulas" ? t.write.formulasCount(count) : t.write.grades(count)}
        </Button>
        <Button className={styles.secondary} onClick={writing.leave}>
          {t.write.cancel}
        </Button>
      </div>
    </div>
  );
}
