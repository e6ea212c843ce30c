import { makeStyles, tokens } from "@fluentui/react-components";
import { Select } from "./Select";

const useStyles = makeStyles({
  choice: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  label: { color: tokens.colorNeutralForeground2 },
});

interface Props<T extends string> {
  readonly label: string;
  /** The heading above says it already; screen readers still hear it. */
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

/** A labelled choice among a few. */
export function Choice<T extends string>({ label, hideLabel = false, value, options, onChoose }: Props<T>) {
  const styles = useStyles();
  return (
    <label className={styles.choice}>
      {!hideLabel && <span className={styles.label}>{label}</span>}
      <Select
        label={label}
        value={value}
        onChange={(next) => {
          const chosen = options.find(([option]) => option === next);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </Select>
    </label>
  );
}
