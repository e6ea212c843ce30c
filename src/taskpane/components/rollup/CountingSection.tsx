import { Input, makeStyles, tokens } from "@fluentui/react-components";
import { divide, decimal, multiply, parseDecimal, toText } from "../../../kpi/decimal";
import { STATUS_SCALES, type StatusScale } from "../../../sheet/rollup";
import type { Settings } from "../../../sheet/settings";
import { useMessages } from "../../i18n";
import { Choice } from "../Choice";
import { Fold } from "../Fold";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase200,
  },
  bands: { display: "grid", gridTemplateColumns: "84px 1fr", alignItems: "center", gap: tokens.spacingHorizontalS },
  bound: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXXS },
  input: { minWidth: 0, width: "100%" },
});

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

const HUNDRED = decimal(100);
const shown = (share: string): string => toText(multiply(decimal(share), HUNDRED));

/** "62.5" → "0.625"; null for anything that is no percentage. */
function typed(percent: string): string | null {
  const value = parseDecimal(percent.trim());
  return value && toText(divide({ numerator: value, denominator: HUNDRED }, value.scale + 2));
}

/** 数え方: parts, 再掲, rounding, and the words of the status with their thresholds. */
export function CountingSection({ settings, onChange }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const scale = settings.rollupStatus ?? STATUS_SCALES.points;
  const change = (next: StatusScale): void => onChange({ ...settings, rollupStatus: next });
  return (
    <Fold title={t.rollup.counting} openAtFirst={false}>
      <div className={styles.body}>
        <Choice
          label={t.rollup.parts}
          value={settings.rollupParts}
          options={(["rows", "worst", "each"] as const).map((option) => [option, t.rollup.partsChoice[option]])}
          onChoose={(rollupParts) => onChange({ ...settings, rollupParts })}
        />
        <Choice
          label={t.rollup.repeated}
          value={settings.rollupRepeated}
          options={(["each", "once"] as const).map((option) => [option, t.rollup.repeatedChoice[option]])}
          onChoose={(rollupRepeated) => onChange({ ...settings, rollupRepeated })}
        />
        <Choice
          label={t.rollup.rounding}
          value={settings.rollupRounding}
          options={(["largestRemainder", "plain"] as const).map((option) => [option, t.rollup.roundingChoice[option]])}
          onChoose={(rollupRounding) => onChange({ ...settings, rollupRounding })}
        />
        <Choice
          label={t.rollup.status}
          value={scale.measure}
          options={(["points", "met", "rate"] as const).map((option) => [option, t.rollup.statusChoice[option]])}
          onChoose={(measure) => change(STATUS_SCALES[measure])}
        />
        {scale.bands.map((band, i) => (
          <div key={`${scale.measure} ${i}`} className={styles.bands}>
            <span className={styles.bound}>
              <Input
                className={styles.input}
                aria-label={t.rollup.statusBound(band.word)}
                defaultValue={shown(band.min)}
                onBlur={(event) => {
                  const min = typed(event.target.value);
                  if (min === null || min === band.min) return;
                  change({ ...scale, bands: scale.bands.map((one, at) => (at === i ? { ...one, min } : one)) });
                }}
              />
              %
            </span>
            <Input
              className={styles.input}
              aria-label={t.rollup.statusWord(shown(band.min))}
              defaultValue={band.word}
              onBlur={(event) => {
                const word = event.target.value.trim();
                if (word === "" || word === band.word) return;
                change({ ...scale, bands: scale.bands.map((one, at) => (at === i ? { ...one, word } : one)) });
              }}
            />
          </div>
        ))}
        <div className={styles.bands}>
          <span>{t.rollup.statusRest}</span>
          <Input
            key={scale.measure}
            className={styles.input}
            aria-label={t.rollup.statusRest}
            defaultValue={scale.otherwise}
            onBlur={(event) => {
              const otherwise = event.target.value.trim();
              if (otherwise !== "" && otherwise !== scale.otherwise) change({ ...scale, otherwise });
            }}
          />
        </div>
      </div>
    </Fold>
  );
}
