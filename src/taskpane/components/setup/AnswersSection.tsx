import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { Direction } from "../../../kpi/types";
import type { Settings } from "../../../sheet/settings";
import type { GradedIndicator } from "../../../sheet/types";
import { useMessages } from "../../i18n";
import { forgetDirection } from "../../state/answers";
import { DIRECTIONS } from "../DirectionQuestion";
import { Section } from "../Section";
import { Select } from "../Select";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  select: { flexShrink: 0, maxWidth: "150px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  remove: { flexShrink: 0 },
});

interface Props {
  readonly settings: Settings;
  readonly rows: readonly GradedIndicator[];
  readonly onChange: (settings: Settings) => void;
}

/** The answers of the user: directions, and grades that are kept for a reason. Each can be taken back. */
export function AnswersSection({ settings, rows, onChange }: Props) {
  const styles = useStyles();
  const t = useMessages();
  // An answer whose row is gone still shows: by the last part of its key.
  const names = new Map(
    rows.map(({ indicator }) => [indicator.key, [indicator.name, indicator.part].filter(Boolean).join(" ")]),
  );
  const nameOf = (key: string): string => names.get(key) ?? key.split("/").filter(Boolean).at(-1) ?? key;
  const directions = Object.entries(settings.directions);
  const kept = Object.entries(settings.kept);
  return (
    <>
      <Section title={t.setup.directions}>
        {directions.length === 0 && <p className={styles.hint}>{t.setup.directionsNone}</p>}
        <ul className={styles.list}>
          {directions.map(([key, direction]) => (
            <li key={key} className={styles.item}>
              <span className={styles.name}>{nameOf(key)}</span>
              <Select
                className={styles.select}
                label={nameOf(key)}
                value={direction}
                onChange={(next) =>
                  onChange({
                    ...settings,
                    directions: { ...settings.directions, [key]: next as Direction },
                  })
                }
              >
                {DIRECTIONS.map((option) => (
                  <option key={option} value={option}>
                    {t.directions[option]}
                  </option>
                ))}
              </Select>
              <Button
                className={styles.remove}
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={t.setup.directionRemove(nameOf(key))}
                onClick={() => onChange(forgetDirection(settings, key))}
              />
            </li>
          ))}
        </ul>
      </Section>
      {kept.length > 0 && (
        <Section title={t.setup.kept}>
          <ul className={styles.list}>
            {kept.map(([key, { grade, reason }]) => (
              <li key={key} className={styles.item}>
                <span className={styles.name}>
                  {t.bracket(nameOf(key), grade)} {reason}
                </span>
                <Button
                  className={styles.remove}
                  appearance="subtle"
                  icon={<Dismiss16Regular />}
                  aria-label={`${nameOf(key)} ${t.write.keepUndo}`}
                  onClick={() =>
                    onChange({
                      ...settings,
                      kept: Object.fromEntries(Object.entries(settings.kept).filter(([other]) => other !== key)),
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
